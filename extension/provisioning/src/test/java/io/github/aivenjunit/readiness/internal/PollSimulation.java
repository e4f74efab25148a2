package io.github.aivenjunit.readiness.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Projects that wait for their services, in virtual time.
 *
 * @param projects how many there are
 * @param services how many each has
 * @param spread the standard deviation of the logarithm of a build's time, which is four minutes at the median
 * @param history how many builds were seen before
 */
record PollSimulation(int projects, int services, double spread, int history) {

    private static final double MEDIAN = 240;
    private static final double LATENCY = 0.15;
    private static final int LIMIT = 100;

    /**
     * What came of it.
     *
     * @param perServiceMinute requests for each minute that a service was waited for
     * @param lagP50 seconds from ready to seen
     * @param lagP95 the same
     */
    record Outcome(double perServiceMinute, double lagP50, double lagP95) {}

    /** What the governor lets through: creates first, and reads leave a reserve. */
    private static final class Bucket {

        private static final double INTERVAL = 0.75;
        private static final int CREATES = 20;
        private static final int READS = 15;

        private double full;

        double admit(double at, int capacity) {
            double turn = Math.max(at, full + (1 - capacity) * INTERVAL);
            full = Math.max(full, turn) + INTERVAL;
            return turn;
        }
    }

    private record Look(Project project, double at) {}

    private static final class Project {

        private final LearnedPacing pacing;
        private final List<double[]> building = new ArrayList<>();

        private Project(LearnedPacing pacing) {
            this.pacing = pacing;
        }

        /** When to look next, after a look at this time. */
        double next(BuildCurve curve, double at) {
            return at
                    + pacing.next(building.stream()
                                            .map(service -> new Pacing.Building(
                                                    Optional.of(curve), duration(Math.max(0, at - service[0])), 1))
                                            .toList())
                                    .toMillis()
                            / 1000.0;
        }
    }

    Outcome run(long seed) {
        Random random = new Random(seed);
        BuildCurve curve = BuildCurve.of(
                Duration.ofMinutes(3),
                IntStream.range(0, history)
                        .mapToObj(build -> duration(buildTime(random)))
                        .toList());
        PollBudget budget = new PollBudget(LIMIT);
        PriorityQueue<Look> looks = new PriorityQueue<>(Comparator.comparingDouble(Look::at));
        Bucket bucket = new Bucket();
        for (int i = 0; i < projects; i++) {
            Project project = new Project(new LearnedPacing(Duration.ofMinutes(1), budget));
            bucket.admit(0, Bucket.CREATES);
            for (int service = 0; service < services; service++) {
                double created = bucket.admit(0, Bucket.CREATES);
                project.building.add(new double[] {created, created + buildTime(random)});
            }
            looks.add(new Look(project, project.next(curve, project.building.get(0)[0])));
        }
        List<Double> lags = new ArrayList<>();
        double waited = 0;
        int asked = 0;
        while (!looks.isEmpty()) {
            Look look = looks.remove();
            asked++;
            double at = bucket.admit(look.at(), Bucket.READS);
            for (double[] service : List.copyOf(look.project().building)) {
                if (service[1] <= at) {
                    look.project().building.remove(service);
                    lags.add(at + LATENCY - service[1]);
                    waited += at + LATENCY - service[0];
                }
            }
            if (look.project().building.isEmpty()) {
                look.project().pacing.idle();
            } else {
                looks.add(new Look(look.project(), look.project().next(curve, at)));
            }
        }
        double[] sorted = lags.stream().mapToDouble(lag -> lag).sorted().toArray();
        return new Outcome(asked / (waited / 60), sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.95)]);
    }

    private double buildTime(Random random) {
        return MEDIAN * Math.exp(spread * random.nextGaussian());
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
