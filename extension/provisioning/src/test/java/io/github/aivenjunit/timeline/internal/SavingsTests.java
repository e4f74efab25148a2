package io.github.aivenjunit.timeline.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SavingsTests {

    @Test
    void aClassThatWaitsForAllOfItsPlatformSavesNothing() {
        Savings savings = Savings.of(
                new Sample().platform(0, 30, 60).user("A", 0, 0, 30, 50).timeline());

        assertThat(savings).isEqualTo(new Savings(seconds(30), seconds(30), seconds(0), seconds(0)));
    }

    @Test
    void whatWasBegunBeforeTheClassAskedIsSavedByLookAhead() {
        Savings savings = Savings.of(
                new Sample().platform(0, 30, 60).user("A", 0, 20, 30, 50).timeline());

        assertThat(savings).isEqualTo(new Savings(seconds(30), seconds(10), seconds(20), seconds(0)));
    }

    @Test
    void furtherUsersSaveBySharing() {
        Savings savings = Savings.of(new Sample()
                .platform(0, 30, 90)
                .user("Late", 0, 40, 40, 60)
                .user("First", 0, 0, 30, 50)
                .user("Middle", 0, 25, 30, 60)
                .timeline());

        assertThat(savings).isEqualTo(new Savings(seconds(30), seconds(35), seconds(0), seconds(55)));
        assertThat(savings.saved()).isEqualTo(seconds(55));
    }

    @Test
    void aClassThatWaitsLongerThanItsPlatformNeedsCostsNobodyElseHisSavings() {
        Savings savings = Savings.of(new Sample()
                .platform(20, 30, 60)
                .user("Queued", 0, 0, 30, 50)
                .platform(0, 10, 60)
                .user("Ahead", 1, 10, 10, 50)
                .timeline());

        assertThat(savings.byLookAhead()).isEqualTo(seconds(10));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
