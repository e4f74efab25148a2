package io.github.aivenjunit.readiness.internal;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * As {@link PollSchedule} says for what is built, and rarer and rarer for changes of unknown length; within a budget that
 * projects share.
 */
public final class LearnedPacing implements Pacing {

    private static final Duration RECHECK = Duration.ofSeconds(30);
    private static final Duration LONGEST_FOR_CHANGES = Duration.ofSeconds(10);

    private final Duration longest;
    private final PollBudget budget;
    private final GrowingPacing changes;

    /**
     * A pacing for one project.
     *
     * @param longest the longest pause, while the budget allows it
     */
    public LearnedPacing(Duration longest, PollBudget budget) {
        this.longest = longest;
        this.budget = budget;
        Duration most = shorter(longest, LONGEST_FOR_CHANGES);
        this.changes = new GrowingPacing(shorter(Duration.ofSeconds(1), most), most);
    }

    @Override
    public Duration next(List<Building> waits) {
        Duration wish = wish(waits, 1);
        double stretch = budget.stretch(this, wish);
        return stretch > 1 ? wish(waits, stretch) : wish;
    }

    private Duration wish(List<Building> waits, double stretch) {
        List<PollSchedule.Build> builds = waits.stream()
                .flatMap(wait -> wait.curve().map(curve -> new PollSchedule.Build(curve, wait.elapsed())).stream())
                .toList();
        List<Building> others =
                waits.stream().filter(wait -> wait.curve().isEmpty()).toList();
        return Stream.concat(
                        builds.isEmpty() ? Stream.empty() : Stream.of(PollSchedule.next(builds, longest, stretch)),
                        others.isEmpty() ? Stream.empty() : Stream.of(changes.next(others)))
                .min(Duration::compareTo)
                .orElse(longest);
    }

    @Override
    public Duration recheck() {
        return RECHECK;
    }

    @Override
    public void idle() {
        budget.leave(this);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
