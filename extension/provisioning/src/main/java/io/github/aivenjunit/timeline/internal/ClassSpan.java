package io.github.aivenjunit.timeline.internal;

import io.github.aivenjunit.timeline.TestOutcome;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The life of a test class.
 *
 * @param platform the id of what it used
 * @param asked when it asked for that
 * @param usable when it got it
 * @param tested when its last test ended
 * @param finished when it was over
 * @param tests how many tests ended in which way
 */
record ClassSpan(
        String name,
        Optional<Integer> platform,
        Duration asked,
        Optional<Duration> usable,
        Optional<Duration> tested,
        Optional<Duration> finished,
        Map<TestOutcome, Integer> tests) {

    ClassSpan {
        Map<TestOutcome, Integer> ordered = new EnumMap<>(TestOutcome.class);
        ordered.putAll(tests);
        tests = Collections.unmodifiableMap(ordered);
    }

    /** How long it waited for its platform; empty when it never got one. */
    Optional<Duration> waited() {
        return usable.map(end -> end.minus(asked));
    }

    /** While its tests used the platform. */
    Optional<Span> use(Duration end) {
        return usable.map(start -> new Span(start, tested.or(() -> finished).orElse(end)));
    }

    ClassSpan later(Duration shift, int firstId) {
        return new ClassSpan(
                name,
                platform.map(id -> id + firstId),
                asked.plus(shift),
                usable.map(shift::plus),
                tested.map(shift::plus),
                finished.map(shift::plus),
                tests);
    }
}
