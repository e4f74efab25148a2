package io.github.aivenjunit.timeline.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.timeline.internal.Requests.Count;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestCounterTests {

    @Test
    void requestsAreCountedBySecondAndKind() {
        RequestCounter counter = new RequestCounter(100);
        counter.count(Duration.ofMillis(100), "GET", 200);
        counter.count(Duration.ofMillis(900), "GET", 429);
        counter.count(Duration.ofMillis(999), "POST", 503);
        counter.count(Duration.ofSeconds(2), "PUT", 0);
        counter.count(Duration.ofSeconds(2), "DELETE", 404);

        assertThat(counter.counted().counts())
                .isEqualTo(Map.of(0, new Count(2, 1, 0, 1, 1), 2, new Count(0, 1, 1, 0, 1)));
    }

    @Test
    void whatWasSentBeforeTheOriginCountsAsSentThen() {
        RequestCounter counter = new RequestCounter(100);
        counter.count(Duration.ofMillis(-1500), "GET", 200);

        assertThat(counter.counted().counts()).containsOnlyKeys(0);
    }

    @Test
    void aLongRunIsCountedInCoarserStepsAndLosesNoRequest() {
        RequestCounter counter = new RequestCounter(16);
        IntStream.range(0, 100_000).forEach(second -> counter.count(Duration.ofSeconds(second), "GET", 200));

        Requests counted = counter.counted();
        assertThat(counted.counts()).hasSizeLessThanOrEqualTo(16);
        assertThat(counted.total().reads()).isEqualTo(100_000);
        assertThat(counted.counts().keySet()).allMatch(second -> second % counted.width() == 0);
    }
}
