package io.github.aivenjunit.engine.kafka.internal.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What Kafka itself has no store for: passwords as PLAIN needs them, and Aiven's access rules. Kafka makes the objects
 * that use it, and hands them the configuration, so it travels there. Thread-safe.
 */
final class Access {

    static final String KEY = "aiven.access";

    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private volatile List<AclRule> rules = List.of();

    static Access of(Map<String, ?> configuration) {
        if (configuration.get(KEY) instanceof Access access) {
            return access;
        }
        throw new IllegalStateException("Kafka passed on no " + KEY + ". Report this with the version of Kafka.");
    }

    void putPassword(String username, String password) {
        passwords.put(username, password);
    }

    void removePassword(String username) {
        passwords.remove(username);
    }

    boolean isPassword(@Nullable String username, char[] password) {
        String known = username == null ? null : passwords.get(username);
        return known != null && MessageDigest.isEqual(bytes(known), bytes(new String(password)));
    }

    void replaceRules(List<AclRule> replacement) {
        rules = List.copyOf(replacement);
    }

    boolean anyRule(Predicate<AclRule> wanted) {
        return rules.stream().anyMatch(wanted);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
