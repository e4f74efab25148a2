package io.github.aivenjunit.readiness.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a wait before it begins.
 *
 * @param curve when the API is likely to report {@code RUNNING}; empty for a change whose time nobody knows
 * @param usable when clients are likely to be served; empty when nothing like it was seen before
 */
public record Forecast(Optional<BuildCurve> curve, Optional<Duration> usable) {

    /** Of a change whose time nobody knows. */
    public static Forecast none() {
        return new Forecast(Optional.empty(), Optional.empty());
    }

    /**
     * Of a build.
     *
     * @param usual how long the type takes when nothing is known
     */
    public static Forecast of(Duration usual, List<BuildTimes.Build> builds) {
        List<Duration> usable =
                builds.stream().map(BuildTimes.Build::usable).sorted().toList();
        return new Forecast(
                Optional.of(BuildCurve.of(
                        usual, builds.stream().map(BuildTimes.Build::running).toList())),
                usable.isEmpty() ? Optional.empty() : Optional.of(usable.get(usable.size() / 2)));
    }

    /** For a progress line; empty when there is nothing to say. */
    String text() {
        if (curve.isEmpty()) {
            return "";
        }
        int seen = curve.get().seen();
        return usable.map(time -> ", expected after " + Math.max(1, time.toSeconds()) + " s as in the last " + seen
                        + (seen == 1 ? " build" : " builds"))
                .orElseGet(() -> ", usual is " + curve.get().expected().toSeconds() + " s");
    }
}
