package io.github.aivenjunit.engine.kafka.internal.registry;

import java.util.List;

/** Who asks, and what that one may do. */
interface Caller {

    /** The control plane and the service's administrator. */
    Caller ADMIN = (toWrite, resource) -> true;

    static Caller user(String name, List<RegistryRule> rules) {
        return (toWrite, resource) -> rules.stream().anyMatch(rule -> rule.allows(name, toWrite, resource));
    }

    boolean may(boolean toWrite, String resource);

    default boolean mayRead(String subject) {
        return may(false, "Subject:" + subject);
    }

    default void requireRead(String subject) {
        require(mayRead(subject));
    }

    default void requireWrite(String subject) {
        require(may(true, "Subject:" + subject));
    }

    default void requireConfig(boolean toWrite) {
        require(may(toWrite, "Config:"));
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw RegistryRefusal.forbidden();
        }
    }
}
