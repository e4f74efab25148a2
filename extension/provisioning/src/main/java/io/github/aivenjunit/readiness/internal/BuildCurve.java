package io.github.aivenjunit.readiness.internal;

import java.time.Duration;
import java.util.List;

/**
 * How likely it is that a service gets ready next, by the time it has been building. Pure, immutable.
 *
 * <p>Two log-logistic distributions are mixed: a narrow one around what was seen before, whose weight grows with the
 * number of builds seen, and a broad one around what is usual for the type, for the build that is unlike all before.
 * A build that outlasts the narrow one falls back to the broad one, so the likelihood decays slowly.
 */
public final class BuildCurve {

    private static final double BROAD_DEVIATION = 0.4;

    /** How many builds the usual spread counts for beside those seen. */
    private static final double SPREAD_TRUST = 0.1;

    /** How many builds the usual time counts for beside those seen. */
    private static final double USUAL_TRUST = 0.5;

    /** Keeps the curve finite where builds take exactly as long as each other. */
    private static final double LEAST_DEVIATION = 0.01;

    private final int seen;
    private final LogLogistic narrow;
    private final LogLogistic broad;
    private final double trust;

    private BuildCurve(int seen, LogLogistic narrow, LogLogistic broad, double trust) {
        this.seen = seen;
        this.narrow = narrow;
        this.broad = broad;
        this.trust = trust;
    }

    /**
     * The curve of a build.
     *
     * @param usual how long the type takes when nothing is known
     * @param builds how long earlier ones took; can be empty
     */
    public static BuildCurve of(Duration usual, List<Duration> builds) {
        LogLogistic broad = LogLogistic.of(seconds(usual), BROAD_DEVIATION);
        if (builds.isEmpty()) {
            return new BuildCurve(0, broad, broad, 0);
        }
        double[] logs = builds.stream()
                .mapToDouble(build -> Math.log(seconds(build)))
                .sorted()
                .toArray();
        double middle = (logs[(logs.length - 1) / 2] + logs[logs.length / 2]) / 2;
        double squares = SPREAD_TRUST * BROAD_DEVIATION * BROAD_DEVIATION;
        for (double log : logs) {
            squares += (log - middle) * (log - middle);
        }
        double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(squares / (SPREAD_TRUST + logs.length)));
        // What is unlike all before is broad around what was seen, not around the type's usual.
        LogLogistic surprise = LogLogistic.of(Math.exp(middle), BROAD_DEVIATION);
        return new BuildCurve(
                logs.length,
                LogLogistic.of(Math.exp(middle), deviation),
                surprise,
                logs.length / (logs.length + USUAL_TRUST));
    }

    /** The time by which half of the builds are ready. */
    public Duration expected() {
        return Duration.ofMillis((long) (narrow.median() * 1000));
    }

    /** How many earlier builds it rests on. */
    public int seen() {
        return seen;
    }

    /** The rate, per second, at which a service that is not ready yet gets ready at this time. */
    double hazard(double seconds) {
        if (seconds <= 0) {
            return 0;
        }
        double survival = trust * narrow.survival(seconds) + (1 - trust) * broad.survival(seconds);
        double density = trust * narrow.density(seconds) + (1 - trust) * broad.density(seconds);
        return survival > 0 ? density / survival : broad.density(seconds) / broad.survival(seconds);
    }

    private static double seconds(Duration duration) {
        return Math.max(1, duration.toMillis()) / 1000.0;
    }

    private record LogLogistic(double median, double shape) {

        /** By the standard deviation of the logarithm: π / (shape · √3). */
        static LogLogistic of(double median, double deviation) {
            return new LogLogistic(median, Math.PI / (Math.sqrt(3) * deviation));
        }

        double survival(double time) {
            return 1 / (1 + odds(time));
        }

        double density(double time) {
            double odds = odds(time);
            return shape / time * (odds / (1 + odds)) * survival(time);
        }

        /** Bounded, so that no product of it overflows. */
        private double odds(double time) {
            return Math.exp(Math.min(300, shape * Math.log(time / median)));
        }
    }
}
