package io.github.aivenjunit.watchdog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTests {

    @Test
    void keepsWhatIsAskedForAndSkipsTheRest() throws IOException {
        String text = """
                {"skipped": [1, -2.5e+3, {"a": [], "b": {}}, true, false, null, "\\"]}"],
                 "tags": {"a": "1", "nothing": null, "escaped": "\\u00e4\\n\\/\\\\ \\"q\\""}, "last": 0}
                """;

        assertThat(tags(text)).isEqualTo(Map.of("a", "1", "escaped", "ä\n/\\ \"q\""));
    }

    @Test
    void aSurrogatePairIsOneCharacter() throws IOException {
        assertThat(tags("{\"tags\": {\"a\": \"\\ud83d\\ude00\"}}")).containsEntry("a", "\uD83D\uDE00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,}",
                "{,}",
                "{\"a\" 1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":+1}",
                "{\"a\":-}",
                "{\"a\":tru}",
                "{\"a\":nul",
                "{\"a\":\"x}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":[1 2]}",
                "{\"a\":[1,]}",
                "{\"a\":[1}",
                "{} x",
                "{}{}",
                "{\"tags\":{\"a\":1}}",
                "<html></html>"
            })
    void whatIsNoJsonOrNotAsExpectedIsRefused(String text) {
        assertThatThrownBy(() -> tags(text)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> tags("{\"a\":" + "[".repeat(100_000)))
                .hasMessage("The answer is no JSON as expected: it has more than 100 levels.");
    }

    private static Map<String, String> tags(String text) throws IOException {
        Map<String, String> tags = new HashMap<>();
        JsonReader json = new JsonReader(new StringReader(text));
        json.document(name -> {
            if (name.equals("tags")) {
                tags.putAll(json.texts());
                return true;
            }
            return false;
        });
        return tags;
    }
}
