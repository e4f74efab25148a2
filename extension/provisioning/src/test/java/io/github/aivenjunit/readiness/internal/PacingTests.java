package io.github.aivenjunit.readiness.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.readiness.internal.Pacing.Building;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PacingTests {

    private static final BuildCurve CURVE =
            BuildCurve.of(Duration.ofMinutes(3), Collections.nCopies(10, Duration.ofMinutes(4)));

    @Test
    void anEagerPaceBeginsAtOnceAndGrowsToItsLongest() {
        Pacing pacing = GrowingPacing.eager(Duration.ofMillis(20));

        assertThat(List.of(0, 1, 2, 3, 4, 5, 50))
                .extracting(looks -> pause(pacing, Optional.empty(), looks).toNanos())
                .containsExactly(0L, 5_000_000L, 7_500_000L, 11_250_000L, 16_875_000L, 20_000_000L, 20_000_000L);
    }

    @Test
    void theNewestOfThoseWhoWaitSetsTheEagerPace() {
        assertThat(GrowingPacing.eager(Duration.ofMillis(50))
                        .next(List.of(
                                new Building(Optional.empty(), Duration.ZERO, 40),
                                new Building(Optional.empty(), Duration.ZERO, 1))))
                .isEqualTo(Duration.ofMillis(5));
    }

    @Test
    void aBuildIsNotLookedAtWhenItHasJustBegunAndAChangeIs() {
        LearnedPacing pacing = new LearnedPacing(Duration.ofMinutes(1), new PollBudget(100));

        assertThat(pause(pacing, Optional.of(CURVE), 0)).isGreaterThan(Duration.ofSeconds(30));
        assertThat(pause(pacing, Optional.empty(), 0)).isZero();
        assertThat(pause(pacing, Optional.empty(), 30)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void projectsShareTheBudgetByWhatTheyWouldLike() {
        PollBudget budget = new PollBudget(100);
        LearnedPacing dense = new LearnedPacing(Duration.ofMinutes(1), budget);
        LearnedPacing other = new LearnedPacing(Duration.ofMinutes(1), budget);
        Building due = new Building(Optional.of(CURVE), Duration.ofMinutes(4), 9);
        Duration alone = dense.next(List.of(due));

        other.next(List.of(due));
        Duration shared = dense.next(List.of(due));
        assertThat(shared).isGreaterThan(alone.multipliedBy(3).dividedBy(2));

        other.idle();
        assertThat(dense.next(List.of(due))).isEqualTo(alone);
    }

    private static Duration pause(Pacing pacing, Optional<BuildCurve> curve, int looks) {
        return pacing.next(List.of(new Building(curve, Duration.ZERO, looks)));
    }
}
