package io.github.aivenjunit.client.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserConfigTests {

    private static final String ADVICE = ". Write one JSON object, for example {\"pg_version\": \"17\"}.";

    @Test
    void parseAndOfMeet() {
        Map<String, Object> values = new HashMap<>();
        values.put("pg_version", "17");
        values.put("pg", Map.of("log_min_duration_statement", 5, "jit", true));
        values.put("ip_filter", Arrays.asList("10.0.0.0/8", null));
        values.put("reset", null);

        UserConfig parsed = UserConfig.parse("""
                {"pg_version": "17", "pg": {"log_min_duration_statement": 5, "jit": true},
                 "ip_filter": ["10.0.0.0/8", null], "reset": null}""");

        assertThat(UserConfig.of(values)).isEqualTo(parsed).hasSameHashCodeAs(parsed);
        assertThat(parsed.asMap()).isEqualTo(values);
        assertThat(parsed).isNotEqualTo(UserConfig.empty());
    }

    @Test
    void nothingIsTheEmptyOne() {
        assertThat(UserConfig.parse("")).isEqualTo(UserConfig.empty());
        assertThat(UserConfig.parse(" {} ").isEmpty()).isTrue();
        assertThat(UserConfig.of(Map.of()).asMap()).isEmpty();
    }

    @Test
    void laterChangesDoNotReachIt() {
        List<Object> filter = new ArrayList<>(List.of("a"));
        Map<String, Object> values = new HashMap<>(Map.of("ip_filter", filter));
        UserConfig config = UserConfig.of(values);

        filter.add("b");
        values.put("x", 1);

        assertThat(config.asMap()).isEqualTo(Map.of("ip_filter", List.of("a")));
        assertThat(config.asMap()).isUnmodifiable();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1] | userConfig is valid JSON, but no object",
                "{\"a\": secret} | userConfig is not valid JSON at line 1, column 7",
                "{\"a\": 1} {} | userConfig is not valid JSON at line 1, column 10",
                "{\"a\": 1, \"a\": 2} | userConfig is not valid JSON at line 1, column 13 (Duplicate field 'a')",
                "{'a': 1} | userConfig is not valid JSON at line 1, column 2 (Unexpected character (''' (code 39)):"
                        + " was expecting double-quote to start field name)"
            })
    void whatIsNoJsonObjectIsRefusedWithItsPlace(String json, String description) {
        assertThatThrownBy(() -> UserConfig.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessage(description + ADVICE);
    }

    @Test
    void theLineIsCounted() {
        assertThatThrownBy(() -> UserConfig.parse("{\n  \"a\": 1,\n  b\n}"))
                .hasMessageStartingWith("userConfig is not valid JSON at line 3, column 3 (Unexpected character ('b'");
    }

    @Test
    void aValueWithoutJsonFormIsRefusedByItsKey() {
        assertThatThrownBy(() -> UserConfig.of(Map.of("pg", Map.of("list", List.of(1, new Object())))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("userConfig has a java.lang.Object at pg.list[1]."
                        + " Use strings, numbers, booleans, maps and lists.");
        assertThatThrownBy(() -> UserConfig.of(Map.of("pg", Map.of(1, 2))))
                .hasMessage("userConfig has a key that is no text at pg. Write keys as strings.");
    }

    @Test
    void onlyKeysAreShown() {
        assertThat(UserConfig.of(Map.of("admin_password", "canary"))).hasToString("UserConfig[admin_password]");
    }
}
