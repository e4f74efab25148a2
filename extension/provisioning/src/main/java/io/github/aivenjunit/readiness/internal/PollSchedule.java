package io.github.aivenjunit.readiness.internal;

import java.time.Duration;
import java.util.List;

/**
 * When to look next at services that are being built. Pure.
 *
 * <p>What is weighed is a second of lag against a request. The answer to that is known from the theory of inspections:
 * looks as dense as the square root of the likelihood of news (J. B. Keller, "Optimum checking schedules for systems
 * subject to random failure", 1974). So there are few looks while nothing can be ready, one after the other about the
 * time when it should be, and fewer again when it is late. One look shows all services of a project, so their
 * likelihoods add up.
 */
final class PollSchedule {

    /** Nobody notices less, and a look itself takes a fraction of it. */
    static final Duration SHORTEST = Duration.ofMillis(800);

    /** Seconds of lag that a request is worth. */
    private static final double PRICE = 0.01;

    private static final double STEP = 0.2;

    private PollSchedule() {}

    /** A service that is built: its curve, and how long it had been building at the last look. */
    record Build(BuildCurve curve, Duration elapsed) {}

    /**
     * The pause after the last look.
     *
     * @param builds the services of one project
     * @param longest the longest pause
     * @param stretch 1, or more where many projects have to share a limit: looks are as much rarer
     */
    static Duration next(List<Build> builds, Duration longest, double stretch) {
        double floor = SHORTEST.toMillis() / 1000.0;
        double most = seconds(longest);
        if (most <= floor) {
            return scaled(most, stretch);
        }
        double looks = 0;
        double pause = 0;
        while (looks < stretch) {
            double density = Math.max(1 / most, Math.min(1 / floor, wanted(builds, pause + STEP / 2)));
            double step = Math.min(STEP, (stretch - looks) / density);
            looks += step * density;
            pause += step;
            if (step < STEP) {
                break;
            }
        }
        return Duration.ofMillis(Math.round(pause * 1000));
    }

    /** Looks per second, were there no limits. */
    private static double wanted(List<Build> builds, double later) {
        double hazard = 0;
        for (Build build : builds) {
            hazard += build.curve().hazard(seconds(build.elapsed()) + later);
        }
        return Math.sqrt(hazard / (2 * PRICE));
    }

    private static Duration scaled(double seconds, double stretch) {
        return Duration.ofMillis(Math.round(seconds * stretch * 1000));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
