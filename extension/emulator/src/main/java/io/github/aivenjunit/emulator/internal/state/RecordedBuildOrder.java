package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.scenario.Scenario;
import io.github.aivenjunit.emulator.time.BuildTimeline;
import io.github.aivenjunit.emulator.time.BuildTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * New services build as the next recorded one of their type and plan did; what the recording does not tell takes
 * configured times. Guarded by the platform's lock.
 */
public final class RecordedBuildOrder implements Builds {

    private final List<Scenario.Build> ahead;
    private final BuildTimes otherwise;

    public RecordedBuildOrder(Scenario scenario, BuildTimes otherwise) {
        this.ahead = new ArrayList<>(scenario.builds());
        this.otherwise = otherwise;
    }

    @Override
    public Duration time(String kind) {
        return otherwise.of(kind);
    }

    @Override
    public BuildTimeline create(String type, String plan, int nodes, int build) {
        Optional<Scenario.Build> recorded = ahead.stream()
                .filter(next -> next.serviceType().equals(type) && next.plan().equals(plan))
                .findFirst();
        recorded.ifPresent(ahead::remove);
        return recorded.map(Scenario.Build::timeline).orElseGet(() -> rebuild(type, plan, nodes, build));
    }

    @Override
    public BuildTimeline rebuild(String type, String plan, int nodes, int build) {
        return otherwise.timeline(type, plan, nodes, build);
    }
}
