package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateBudgetTests {

    private static final long START = TimeUnit.SECONDS.toMicros(1_795_255_200L);
    private static final int FULL_AT = 1;
    private static final int PAUSED_UNTIL = 2;

    private long now = START;
    private final BudgetWords words = BudgetWords.ofThisJvm();
    private final RateBudget budget = budget(100);

    @Test
    void aBurstIsAFifthOfTheLimitAndReadsLeaveAQuarterOfIt() {
        assertThat(burst(Urgency.READ)).isEqualTo(15);
        assertThat(burst(Urgency.WRITE)).isEqualTo(5);
        assertThat(burst(Urgency.DELETION)).isEqualTo(10);
    }

    @Test
    void deletesGoWhateverIsLeftAndOthersPayForThem() {
        for (int i = 0; i < 40; i++) {
            assertThat(budget.take(Urgency.DELETE, 0)).isEmpty();
        }
        assertThat(budget.take(Urgency.WRITE, 0)).contains(Duration.ofMillis(21 * 750));
    }

    @Test
    void whatDeletesBorrowBeyondAMinuteIsForgiven() {
        for (int i = 0; i < 1000; i++) {
            assertThat(budget.take(Urgency.DELETE, 0)).isEmpty();
        }
        assertThat(budget.take(Urgency.WRITE, 0)).contains(Duration.ofMillis(60_000 - 19 * 750));
    }

    @Test
    void theWaitIsAsLongAsItTakes() {
        burst(Urgency.WRITE);

        Duration wait = budget.take(Urgency.WRITE, 0).orElseThrow();
        pass(wait.minusNanos(1000));
        assertThat(budget.take(Urgency.WRITE, 0)).contains(Duration.ofNanos(1000));
        pass(Duration.ofNanos(1000));
        assertThat(budget.take(Urgency.WRITE, 0)).isEmpty();
    }

    @Test
    void whoComesFirstCountsAsGone() {
        assertThat(budget.take(Urgency.READ, 14)).isEmpty();
        assertThat(budget.take(Urgency.READ, 14)).contains(Duration.ofMillis(750));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30, 100, 1000})
    void noMinuteHasMoreThanTheLimit(int limit) {
        RateBudget tried = budget(limit);
        Random random = new Random(limit);
        Deque<Long> lastMinute = new ArrayDeque<>();
        // One that lets a single request through must let a second one through some time.
        int most = Math.max(limit, 2);
        for (int i = 0; i < 5_000; i++) {
            Urgency urgency = random.nextBoolean() ? Urgency.READ : Urgency.WRITE;
            if (tried.take(urgency, 0).isEmpty()) {
                lastMinute.addLast(now);
            }
            while (!lastMinute.isEmpty() && now - lastMinute.peekFirst() >= TimeUnit.MINUTES.toMicros(1)) {
                lastMinute.removeFirst();
            }
            assertThat(lastMinute).hasSizeLessThanOrEqualTo(most);
            if (random.nextInt(4) == 0) {
                now += random.nextInt(400_000);
            }
        }
    }

    @Test
    void aPauseHoldsEverybodyButDeletes() {
        budget.pause(Duration.ofSeconds(28));

        assertThat(budget.take(Urgency.WRITE, 0)).contains(Duration.ofSeconds(28));
        assertThat(budget.take(Urgency.DELETION, 0)).contains(Duration.ofSeconds(28));
        assertThat(budget.take(Urgency.DELETE, 0)).isEmpty();
    }

    @Test
    void afterAPauseTheBucketIsEmpty() {
        budget.pause(Duration.ofSeconds(28));
        pass(Duration.ofSeconds(28));

        assertThat(budget.take(Urgency.WRITE, 0)).contains(Duration.ofMillis(750));
    }

    @Test
    void aShorterPauseDoesNotEndALongerOne() {
        budget.pause(Duration.ofSeconds(28));
        budget.pause(Duration.ofSeconds(1));

        assertThat(budget.take(Urgency.READ, 0)).contains(Duration.ofSeconds(28));
    }

    @Test
    void aPauseIsAtMostFiveMinutes() {
        budget.pause(Duration.ofHours(3));

        assertThat(budget.take(Urgency.READ, 0)).contains(Duration.ofMinutes(5));
    }

    @Test
    void aLowerLimitThatTheServerNamesCountsForAnHour() {
        budget.announced(60);
        assertThat(budget.limit()).isEqualTo(54);

        pass(Duration.ofMinutes(61));
        assertThat(budget.limit()).isEqualTo(100);
    }

    @Test
    void aHigherLimitChangesNothing() {
        budget.announced(600);
        budget.announced(0);

        assertThat(budget.limit()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, -1, 4_702_111_234_474_983_745L})
    void wordsThatCannotBeTrueCountAsNone(long nonsense) {
        for (int index = 1; index < BudgetWords.COUNT; index++) {
            words.swap(index, words.get(index), nonsense);
        }

        assertThat(burst(Urgency.WRITE)).isEqualTo(20);
        assertThat(budget.limit()).isEqualTo(100);
    }

    @Test
    void aClockThatIsSetBackHoldsNobody() {
        burst(Urgency.WRITE);
        budget.pause(Duration.ofSeconds(10));
        now -= TimeUnit.HOURS.toMicros(1);

        assertThat(budget.take(Urgency.WRITE, 0)).isEmpty();
    }

    @Test
    void anotherLayoutStartsAgain() {
        words.swap(0, words.get(0), 7);
        words.swap(FULL_AT, words.get(FULL_AT), START + 100_000_000);
        words.swap(PAUSED_UNTIL, words.get(PAUSED_UNTIL), START + 100_000_000);

        assertThat(budget(100).take(Urgency.READ, 0)).isEmpty();
    }

    @Test
    void aBudgetOfNothingIsRefused() {
        assertThatThrownBy(() -> RequestGovernor.ofThisJvm(0))
                .hasMessage("A budget of 0 requests a minute lets nothing through. Use 1 or more.");
    }

    private RateBudget budget(int limit) {
        return new RateBudget(words, limit, () -> now);
    }

    private int burst(Urgency urgency) {
        int taken = 0;
        while (budget.take(urgency, 0).isEmpty()) {
            taken++;
        }
        return taken;
    }

    private void pass(Duration time) {
        now += TimeUnit.NANOSECONDS.toMicros(time.toNanos());
    }
}
