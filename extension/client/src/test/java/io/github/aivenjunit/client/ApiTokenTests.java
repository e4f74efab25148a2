package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokenTests {

    @Test
    void theLineBreakOfAFileIsCutOff() {
        assertThat(ApiToken.of(" abc/+=\n").reveal()).isEqualTo("abc/+=");
        assertThat(ApiToken.of("abc\n")).isEqualTo(ApiToken.of("abc")).hasSameHashCodeAs(ApiToken.of("abc"));
        assertThat(ApiToken.of("abc")).isNotEqualTo(ApiToken.of("abd")).hasToString("********");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void aBlankTokenIsRefused(String token) {
        assertThatThrownBy(() -> ApiToken.of(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The API token is blank. Give the token that Aiven showed at its creation.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\nb", "a\u0000b", "tokén", "a\u007fb"})
    void aTokenThatNoHeaderCanHoldIsRefusedWithoutShowingIt(String token) {
        assertThatThrownBy(() -> ApiToken.of(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The API token contains a character that no token has, such as a space or a line break."
                        + " Copy it again as one piece.");
    }
}
