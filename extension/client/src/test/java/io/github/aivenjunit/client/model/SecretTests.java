package io.github.aivenjunit.client.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretTests {

    @Test
    void aSecretShowsItselfOnlyWhenRevealed() {
        Secret secret = Secret.of("canary");

        assertThat(secret.reveal()).isEqualTo("canary");
        assertThat(secret)
                .hasToString("********")
                .isEqualTo(Secret.of("canary"))
                .hasSameHashCodeAs(Secret.of("canary"));
        assertThat(secret).isNotEqualTo(Secret.of("other"));
        assertThat(secret.redacted()).isFalse();
    }

    @Test
    void aRedactedSecretSaysWhichRightsAreMissing() {
        Secret secret = Secret.of("<redacted>");

        assertThat(secret.redacted()).isTrue();
        assertThat(secret).hasToString("<redacted>");
        assertThatThrownBy(secret::reveal)
                .isInstanceOf(RedactedSecretException.class)
                .hasMessage("The Aiven API sent <redacted> in place of a secret. Give the token's user the role admin,"
                        + " operator or developer in the project, or the permission service:secrets:read.");
    }
}
