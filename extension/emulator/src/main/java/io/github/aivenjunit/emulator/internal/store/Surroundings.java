package io.github.aivenjunit.emulator.internal.store;

import io.github.aivenjunit.emulator.internal.power.PoweredService;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the things in a snapshot refer to and what is not in it.
 *
 * @param parts parts of the running emulator by a name of their own
 * @param powerName the name under which a service's server is found again
 * @param power what stands for that server until it is made
 */
record Surroundings(
        Map<String, Object> parts, Function<PoweredService, String> powerName, Function<String, PoweredService> power) {

    Optional<String> nameOf(Object value) {
        return parts.entrySet().stream()
                .filter(part -> part.getValue() == value)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
