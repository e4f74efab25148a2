package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.time.BuildTimeline;
import io.github.aivenjunit.emulator.time.BuildTimes;
import java.time.Duration;

/** Builds that take configured times, the first of a service like every other. */
public record TimedBuilds(BuildTimes times) implements Builds {

    @Override
    public Duration time(String kind) {
        return times.of(kind);
    }

    @Override
    public BuildTimeline create(String type, String plan, int nodes, int build) {
        return times.timeline(type, plan, nodes, build);
    }

    @Override
    public BuildTimeline rebuild(String type, String plan, int nodes, int build) {
        return times.timeline(type, plan, nodes, build);
    }
}
