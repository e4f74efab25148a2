package io.github.aivenjunit.emulator.internal.state;

import java.util.Optional;

/**
 * An address that a project keeps. Immutable.
 *
 * @param service the service it belongs to
 */
public record StaticIp(
        String id, String address, String cloud, boolean terminationProtection, State state, Optional<String> service) {

    /**
     * Aiven API: of a service, {@code assigned} when its machines use the address and {@code available} when not; of
     * none, {@code created}.
     */
    public enum State {
        CREATING,
        CREATED,
        AVAILABLE,
        ASSIGNED,
        DELETING
    }

    StaticIp in(State changed, Optional<String> owner) {
        return new StaticIp(id, address, cloud, terminationProtection, changed, owner);
    }
}
