package io.github.aivenjunit.timeline.internal;

import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.timeline.ClassTimeline;
import io.github.aivenjunit.timeline.TestOutcome;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes down the life of one test class. */
final class ClassTrack implements ClassTimeline {

    private final String name;
    private final Supplier<Duration> now;
    private final Function<EphemeralProject, Optional<Integer>> platforms;
    private final Duration asked;
    private final Map<TestOutcome, Integer> tests = new EnumMap<>(TestOutcome.class);
    private Optional<Integer> platform = Optional.empty();
    private Optional<Duration> usable = Optional.empty();
    private Optional<Duration> tested = Optional.empty();
    private Optional<Duration> finished = Optional.empty();

    ClassTrack(String name, Supplier<Duration> now, Function<EphemeralProject, Optional<Integer>> platforms) {
        this.name = name;
        this.now = now;
        this.platforms = platforms;
        this.asked = now.get();
    }

    @Override
    public synchronized void usable(EphemeralProject project) {
        if (usable.isEmpty()) {
            usable = moment();
            platform = platforms.apply(project);
        }
    }

    @Override
    public synchronized void test(TestOutcome outcome) {
        tests.merge(outcome, 1, Integer::sum);
    }

    @Override
    public synchronized void tested() {
        tested = tested.or(this::moment);
    }

    @Override
    public synchronized void finished() {
        finished = finished.or(this::moment);
    }

    synchronized ClassSpan span() {
        return new ClassSpan(name, platform, asked, usable, tested, finished, tests);
    }

    private Optional<Duration> moment() {
        return Optional.of(now.get());
    }
}
