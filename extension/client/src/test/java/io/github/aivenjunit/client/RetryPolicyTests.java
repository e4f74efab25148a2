package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTests {

    @Test
    void impossiblePoliciesAreRefused() {
        assertThatThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO))
                .hasMessage("A retry policy with 0 attempts sends nothing. Use 1 or more.");
        assertThatThrownBy(() -> new RetryPolicy(1, Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessage("A retry policy cannot wait from PT2S to PT1S."
                        + " Use delays that are not negative, the first no longer than the last.");
        assertThatThrownBy(() -> new RetryPolicy(1, Duration.ofSeconds(-1), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void waitsAreDrawnFromZeroToTheDoubledDelay() {
        RetryPolicy policy = RetryPolicy.standard();

        assertThat(new Backoff(policy, () -> 0.0).drawn(3)).isEqualTo(Duration.ZERO);
        assertThat(new Backoff(policy, () -> 0.5).drawn(3)).isEqualTo(Duration.ofSeconds(1));
        assertThat(new Backoff(policy, () -> 1.0).drawn(100)).isEqualTo(Duration.ofSeconds(15));
    }
}
