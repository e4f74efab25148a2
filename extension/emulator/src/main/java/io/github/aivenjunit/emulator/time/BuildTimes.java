package io.github.aivenjunit.emulator.time;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How long services take from create, power-on or a change of plan or cloud to RUNNING, on the emulator's clock. A
 * service with an engine also waits until its server accepts sessions.
 *
 * @param otherwise for the types that have no time of their own
 * @param byType by service type, for example {@code kafka}; {@code project_vpc} and {@code static_ip} are the times in
 *     which a VPC or a static address comes and goes
 */
public record BuildTimes(Duration otherwise, Map<String, Duration> byType) {

    public BuildTimes {
        byType = Map.copyOf(byType);
        requireNotNegative(otherwise);
        byType.values().forEach(BuildTimes::requireNotNegative);
    }

    /** No time at all: RUNNING as soon as the server, if there is one, accepts sessions. The default. */
    public static BuildTimes instant() {
        return fixed(Duration.ZERO);
    }

    /** The same time for every type. */
    public static BuildTimes fixed(Duration time) {
        return new BuildTimes(time, Map.of());
    }

    /** The same times, and another one for this type. */
    public BuildTimes with(String serviceType, Duration time) {
        Map<String, Duration> times = new HashMap<>(byType);
        times.put(serviceType, time);
        return new BuildTimes(otherwise, times);
    }

    /** The time of a service of this type. */
    public Duration of(String serviceType) {
        return byType.getOrDefault(serviceType, otherwise);
    }

    private static void requireNotNegative(Duration time) {
        if (requireNonNull(time, "time").isNegative()) {
            throw new IllegalArgumentException("A service cannot build in " + time + ". Choose zero or more.");
        }
    }
}
