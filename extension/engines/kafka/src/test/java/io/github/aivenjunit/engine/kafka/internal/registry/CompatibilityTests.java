package io.github.aivenjunit.engine.kafka.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which schema may follow which. */
class CompatibilityTests {

    private static final String ONE = TestRegistry.record("A", TestRegistry.field("a", "'int'"));
    private static final String MORE =
            TestRegistry.record("A", TestRegistry.field("a", "'int'"), TestRegistry.field("b", "'int'"));
    private static final String MORE_WITH_DEFAULT =
            TestRegistry.record("A", TestRegistry.field("a", "'int'"), TestRegistry.field("b", "'int'", "0"));
    private static final String LESS = TestRegistry.record("A");
    private static final String OTHER = TestRegistry.record("A", TestRegistry.field("a", "'string'"));

    private TestRegistry registry = new TestRegistry(Path.of("unset"));

    @BeforeEach
    void open(@TempDir Path directory) {
        registry = new TestRegistry(directory);
    }

    @ParameterizedTest
    @CsvSource({
        "BACKWARD,no,yes,yes,no",
        "BACKWARD_TRANSITIVE,no,yes,yes,no",
        "FORWARD,yes,yes,no,no",
        "FORWARD_TRANSITIVE,yes,yes,no,no",
        "FULL,no,yes,no,no",
        "FULL_TRANSITIVE,no,yes,no,no",
        "NONE,yes,yes,yes,yes"
    })
    void everyLevelDecidesAboutAvro(String level, String more, String withDefault, String less, String other) {
        registry.register("s", "AVRO", ONE);
        registry.level("s", level);

        assertThat(follows("AVRO", MORE)).isEqualTo(more);
        assertThat(follows("AVRO", MORE_WITH_DEFAULT)).isEqualTo(withDefault);
        assertThat(follows("AVRO", LESS)).isEqualTo(less);
        assertThat(follows("AVRO", OTHER)).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({"BACKWARD,yes", "BACKWARD_TRANSITIVE,no"})
    void onlyTransitiveLevelsLookAtOlderVersions(String level, String allowed) {
        registry.register("s", "AVRO", ONE);
        registry.register("s", "AVRO", LESS);
        registry.level("s", level);

        assertThat(follows("AVRO", TestRegistry.record("A", TestRegistry.field("a", "'string'", "''"))))
                .isEqualTo(allowed);
    }

    @Test
    void aRefusalSaysWhatDoesNotFit() {
        registry.register("s", "AVRO", ONE);

        assertThat(registry.register("s", "AVRO", OTHER))
                .isEqualTo("409 {'error_code':409,'message':'Incompatible schema, compatibility_mode=BACKWARD."
                        + " Incompatibilities: TYPE_MISMATCH at /fields/0/type: reader type: STRING not compatible with"
                        + " writer type: INT'}");
        assertThat(registry.get("/subjects/s/versions")).isEqualTo("200 [1]");
    }

    @Test
    void theTypeOfASubjectsSchemasStays() {
        registry.register("s", "AVRO", ONE);

        assertThat(registry.register("s", "JSON", "{'type':'object'}"))
                .isEqualTo("409 {'error_code':409,'message':'Incompatible schema, compatibility_mode=BACKWARD."
                        + " Incompatibilities: The schema types differ.'}");
    }

    @Test
    void jsonSchemasAreComparedByWhatTheyAccept() {
        registry.register("s", "JSON", "{'type':'object','properties':{'a':{'type':'string'}},'required':['a']}");

        assertThat(follows("JSON", "{'type':'object','properties':{'a':{'type':'string'}}}"))
                .isEqualTo("yes");
        assertThat(follows("JSON", "{'type':'object','properties':{'a':{'type':['string','null']}},'required':['a']}"))
                .isEqualTo("yes");
        assertThat(follows("JSON", "{'type':'object','properties':{'a':{'type':'integer'}},'required':['a']}"))
                .isEqualTo("no");
        assertThat(follows(
                        "JSON",
                        "{'type':'object','properties':{'a':{'type':'string','maxLength':3}},'required':['a']}"))
                .isEqualTo("no");
        assertThat(follows("JSON", "{'type':'object','properties':{'a':{'type':'string'}},'required':['a','b']}"))
                .isEqualTo("no");
        registry.level("s", "FORWARD");
        assertThat(follows(
                        "JSON",
                        "{'type':'object','properties':{'a':{'type':'string','maxLength':3}},'required':['a']}"))
                .isEqualTo("yes");
        assertThat(follows("JSON", "{'type':'object','properties':{'a':{'type':'string'}}}"))
                .isEqualTo("no");
    }

    @Test
    void theAnswerToACheckNamesTheReasons() {
        registry.register("s", "JSON", "{'type':'object'}");
        String stricter = TestRegistry.body("JSON", "{'type':'object','required':['a']}", "[]");

        assertThat(registry.call("POST", "/compatibility/subjects/s/versions/latest", stricter))
                .isEqualTo("200 {'is_compatible':false,'messages':"
                        + "['OBJECT_TYPE_REQUIRED_PROPERTIES_MEMBER_ADDED at #/required']}");
        assertThat(registry.call("POST", "/compatibility/subjects/s/versions?verbose=true", stricter))
                .contains("'is_compatible':false");
        assertThat(registry.call("POST", "/compatibility/subjects/new/versions", stricter))
                .isEqualTo("200 {'is_compatible':true}");
        assertThat(registry.call("POST", "/compatibility/subjects/s/versions/2", stricter))
                .isEqualTo("404 {'error_code':40402,'message':'Version 2 not found.'}");
    }

    private String follows(String type, String schema) {
        String answer = registry.call(
                "POST", "/compatibility/subjects/s/versions/latest", TestRegistry.body(type, schema, "[]"));
        return answer.startsWith("200 {'is_compatible':true") ? "yes" : answer.startsWith("200 ") ? "no" : answer;
    }
}
