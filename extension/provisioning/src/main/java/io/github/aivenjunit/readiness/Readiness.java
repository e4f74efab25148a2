package io.github.aivenjunit.readiness;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long each rung took. Immutable. A rung that the service type does not have, or that nothing on the class path can
 * climb (such as {@link Rung#LOGIN} without a driver), is absent.
 *
 * @param rungs the time spent on each rung, in order
 */
public record Readiness(Map<Rung, Duration> rungs) {

    public Readiness {
        Map<Rung, Duration> ordered = new EnumMap<>(Rung.class);
        ordered.putAll(rungs);
        rungs = Collections.unmodifiableMap(ordered);
    }

    /** From the create call to usable. */
    public Duration total() {
        return rungs.values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
