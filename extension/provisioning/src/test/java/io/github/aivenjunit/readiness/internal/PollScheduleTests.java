package io.github.aivenjunit.readiness.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.readiness.internal.PollSchedule.Build;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollScheduleTests {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration USUAL = Duration.ofMinutes(3);
    private static final BuildCurve REGULAR = BuildCurve.of(USUAL, Collections.nCopies(10, Duration.ofMinutes(4)));

    @Test
    void whatIsSeenAboutEveryTimeIsLookedAtOnlyAroundItsTime() {
        assertThat(looks(REGULAR, Duration.ZERO, Duration.ofMinutes(3))).isLessThanOrEqualTo(10);
        assertThat(looks(REGULAR, Duration.ofSeconds(235), Duration.ofSeconds(245)))
                .isGreaterThanOrEqualTo(11);
    }

    @Test
    void thePauseNeverLeapsOverTheTimeThatMatters() {
        Duration pause = next(REGULAR, Duration.ofSeconds(200), LONGEST, 1);

        assertThat(Duration.ofSeconds(200).plus(pause)).isLessThan(Duration.ofSeconds(241));
    }

    @Test
    void whatIsLateIsLookedAtMoreAndMoreRarely() {
        Duration soon = next(REGULAR, Duration.ofSeconds(320), LONGEST, 1);
        Duration later = next(REGULAR, Duration.ofMinutes(15), LONGEST, 1);

        assertThat(soon).isGreaterThan(PollSchedule.SHORTEST);
        assertThat(later).isGreaterThan(soon);
    }

    @Test
    void withoutHistoryTheTypesUsualTimeCounts() {
        BuildCurve unknown = BuildCurve.of(USUAL, List.of());

        assertThat(next(unknown, Duration.ZERO, LONGEST, 1)).isGreaterThan(Duration.ofSeconds(20));
        assertThat(next(unknown, USUAL, LONGEST, 1)).isLessThan(Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPauseIsWithinItsBounds(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            List<Build> builds = builds(random);
            Duration longest = Duration.ofMillis(1 + random.nextInt(120_000));
            Duration shortest = longest.compareTo(PollSchedule.SHORTEST) < 0 ? longest : PollSchedule.SHORTEST;
            double stretch = 1 + random.nextInt(5);

            Duration pause = PollSchedule.next(builds, longest, 1);
            assertThat(pause).isBetween(shortest, longest.plusMillis(1));
            assertThat(PollSchedule.next(builds, longest, stretch))
                    .isBetween(pause, longest.multipliedBy((long) stretch).plusMillis(1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void oneMoreWhoWaitsNeverMakesThePauseLonger(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<Build> builds = builds(random);
            Duration pause = PollSchedule.next(builds, LONGEST, 1);
            builds.addAll(builds(random));

            assertThat(PollSchedule.next(builds, LONGEST, 1)).isLessThanOrEqualTo(pause);
        }
    }

    @Test
    void aUsersLongestPauseIsKept() {
        assertThat(next(REGULAR, Duration.ZERO, Duration.ofSeconds(5), 1)).isLessThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(next(REGULAR, Duration.ZERO, Duration.ofMillis(20), 1)).isEqualTo(Duration.ofMillis(20));
    }

    @ParameterizedTest
    @CsvSource({"50, 1, 0.02", "50, 1, 0.1", "1, 50, 0.02", "1, 50, 0.1", "200, 1, 0.1", "10, 5, 0.1"})
    void manyWhoWaitCostTwoRequestsAMinuteEachAtMost(int projects, int services, double spread) {
        for (int history : List.of(0, 1, 10)) {
            assertThat(new PollSimulation(projects, services, spread, history)
                            .run(7)
                            .perServiceMinute())
                    .isLessThanOrEqualTo(2);
        }
    }

    /** Who does not have to share sees within a second what is ready, once builds like it were seen. */
    @ParameterizedTest
    @CsvSource({"1, 1, 0.02", "1, 1, 0.1", "1, 50, 0.1", "1, 200, 0.1"})
    void whoIsAloneSeesWithinASecond(int projects, int services, double spread) {
        List<Double> lags = new ArrayList<>();
        for (int seed = 0; seed < 15; seed++) {
            lags.add(
                    new PollSimulation(projects, services, spread, 10).run(seed).lagP95());
        }
        Collections.sort(lags);

        assertThat(lags.get(lags.size() / 2)).isLessThanOrEqualTo(1.0);
    }

    private static int looks(BuildCurve curve, Duration from, Duration to) {
        int looks = 0;
        for (Duration at = from; at.compareTo(to) < 0; at = at.plus(next(curve, at, LONGEST, 1))) {
            looks++;
        }
        return looks;
    }

    private static Duration next(BuildCurve curve, Duration elapsed, Duration longest, double stretch) {
        return PollSchedule.next(List.of(new Build(curve, elapsed)), longest, stretch);
    }

    private static List<Build> builds(Random random) {
        List<Build> builds = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            List<Duration> seen = new ArrayList<>();
            for (int j = random.nextInt(5); j > 0; j--) {
                seen.add(Duration.ofMillis(random.nextInt(600_000)));
            }
            builds.add(new Build(
                    BuildCurve.of(Duration.ofSeconds(1 + random.nextInt(600)), seen),
                    Duration.ofMillis(random.nextInt(1_000_000))));
        }
        return builds;
    }
}
