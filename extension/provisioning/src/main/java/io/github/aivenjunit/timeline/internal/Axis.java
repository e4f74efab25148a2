package io.github.aivenjunit.timeline.internal;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Turns moments into places, in percent of the width. Immutable. */
final class Axis {

    private static final int MOST_TICKS = 10;
    private static final List<Duration> STEPS = Stream.of(
                    10L,
                    20L,
                    50L,
                    100L,
                    200L,
                    500L,
                    1_000L,
                    2_000L,
                    5_000L,
                    10_000L,
                    15_000L,
                    30_000L,
                    60_000L,
                    120_000L,
                    300_000L,
                    600_000L,
                    900_000L,
                    1_800_000L,
                    3_600_000L,
                    7_200_000L,
                    14_400_000L,
                    43_200_000L)
            .map(Duration::ofMillis)
            .toList();

    private final Duration length;

    Axis(Duration length) {
        this.length = length.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : length;
    }

    double percent(Duration moment) {
        return 100.0 * moment.toNanos() / length.toNanos();
    }

    /** Left edge and width as a style. */
    String place(Span span) {
        return "left:" + Spoken.decimal(percent(span.from()), 3) + "%;width:"
                + Spoken.decimal(percent(span.length()), 3) + "%";
    }

    Duration step() {
        return STEPS.stream()
                .filter(step -> length.dividedBy(step) <= MOST_TICKS)
                .findFirst()
                .orElse(length.dividedBy(MOST_TICKS));
    }

    /** The marked moments, from the origin on. */
    List<Duration> ticks() {
        Duration step = step();
        return Stream.iterate(Duration.ZERO, tick -> tick.compareTo(length) <= 0, tick -> tick.plus(step))
                .toList();
    }

    /** A tick in the unit that its neighbours have, too. */
    String label(Duration tick) {
        long step = step().toMillis();
        if (step < 1000) {
            return Spoken.decimal(tick.toMillis() / 1000.0, step < 100 ? 2 : 1) + " s";
        }
        if (step < 60_000) {
            return length.toMinutes() == 0
                    ? tick.toSeconds() + " s"
                    : tick.toMinutes() + (tick.toSecondsPart() < 10 ? ":0" : ":") + tick.toSecondsPart();
        }
        return tick.toMinutes() + " min";
    }
}
