package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.CompatibilityLevel;
import io.github.aivenjunit.client.model.CompatibilityResult;
import io.github.aivenjunit.client.model.SchemaCreate;
import io.github.aivenjunit.client.model.SchemaReference;
import io.github.aivenjunit.client.model.SchemaVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SchemaTests {

    private static final String REGISTRY = "/v1/project/p1/service/k/kafka/schema";
    private static final String SUBJECT = REGISTRY + "/subjects/orders%2Fvalue";
    private static final String NAME = "orders/value";

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void subjectsAndVersionsAreListed() throws InterruptedException {
        api.answers("{\"subjects\": [\"a\", \"b\"]}").answers("{\"versions\": [1, 3]}");
        SchemaApi schemas = api.client().schemas();

        assertThat(schemas.subjects("p1", "k")).containsExactly("a", "b");
        assertThat(schemas.versions("p1", "k", NAME)).containsExactly(1, 3);
        api.received("GET", REGISTRY + "/subjects");
        api.received("GET", SUBJECT + "/versions");
    }

    @Test
    void registerReturnsTheId() throws InterruptedException {
        api.answers("{\"id\": 7}").answers("{\"id\": 8}");
        SchemaApi schemas = api.client().schemas();

        assertThat(schemas.register("p1", "k", NAME, SchemaCreate.avro("\"string\"")))
                .isEqualTo(7);
        assertThat(schemas.register(
                        "p1",
                        "k",
                        NAME,
                        SchemaCreate.protobuf("p").withReferences(List.of(new SchemaReference("n", "s", 2)))))
                .isEqualTo(8);

        api.received("POST", SUBJECT + "/versions", "{\"schema\": \"\\\"string\\\"\", \"schemaType\": \"AVRO\"}");
        api.received("POST", SUBJECT + "/versions", """
                {"schema": "p", "schemaType": "PROTOBUF",
                 "references": [{"name": "n", "subject": "s", "version": 2}]}""");
    }

    @Test
    void aLostRegistrationIsRepeatedForTheRegistryKnowsTheSchema() throws InterruptedException {
        api.losesTheAnswer().answers("{\"id\": 7}");

        assertThat(api.client().schemas().register("p1", "k", NAME, SchemaCreate.json("{}")))
                .isEqualTo(7);
        assertThat(api.receivedPaths()).hasSize(2).containsOnly("POST " + SUBJECT + "/versions");
    }

    @Test
    void aVersionIsReadWithItsTypeAndReferences() throws InterruptedException {
        api.answers("""
                        {"version": {"subject": "orders/value", "version": 3, "id": 7, "schema": "{}",
                         "schemaType": "JSON", "references": [{"name": "n", "subject": "s", "version": 2}]}}""")
                .answers("{\"version\": {\"subject\": \"orders/value\", \"version\": 1, \"id\": 2, \"schema\": \"s\"}}")
                .fails(404, "Version not found");
        SchemaApi schemas = api.client().schemas();

        assertThat(schemas.get("p1", "k", NAME, 3))
                .isEqualTo(new SchemaVersion(NAME, 3, 7, "{}", "JSON", List.of(new SchemaReference("n", "s", 2))));
        assertThat(schemas.find("p1", "k", NAME, 1)).contains(new SchemaVersion(NAME, 1, 2, "s", "AVRO", List.of()));
        assertThat(schemas.find("p1", "k", NAME, 4)).isEmpty();
        assertThat(api.receivedLines(3))
                .containsExactly(
                        "GET " + SUBJECT + "/versions/3",
                        "GET " + SUBJECT + "/versions/1",
                        "GET " + SUBJECT + "/versions/4");
    }

    @Test
    void compatibilityIsCheckedBeforehand() throws InterruptedException {
        api.answers("{\"is_compatible\": true}")
                .answers("{\"is_compatible\": false, \"messages\": [\"field x is missing\"]}");
        SchemaApi schemas = api.client().schemas();

        assertThat(schemas.check("p1", "k", NAME, 3, SchemaCreate.avro("s")))
                .isEqualTo(new CompatibilityResult(true, List.of()));
        assertThat(schemas.check("p1", "k", NAME, 3, SchemaCreate.avro("s")))
                .isEqualTo(new CompatibilityResult(false, List.of("field x is missing")));
        api.received(
                "POST",
                REGISTRY + "/compatibility/subjects/orders%2Fvalue/versions/3",
                "{\"schema\": \"s\", \"schemaType\": \"AVRO\"}");
    }

    @Test
    void levelsAreReadAndSetForAllAndForOne() throws InterruptedException {
        api.answers("{\"compatibilityLevel\": \"BACKWARD\"}")
                .answers("{\"compatibilityLevel\": \"SIDEWAYS\"}")
                .fails(404, "Subject has no level")
                .answers("{\"compatibility\": \"FULL\"}")
                .answers("{\"compatibility\": \"NONE\"}");
        SchemaApi schemas = api.client().schemas();

        assertThat(schemas.compatibility("p1", "k")).isEqualTo(CompatibilityLevel.BACKWARD);
        assertThat(schemas.compatibility("p1", "k", NAME)).contains(new CompatibilityLevel("SIDEWAYS"));
        assertThat(schemas.compatibility("p1", "k", NAME)).isEmpty();
        schemas.setCompatibility("p1", "k", CompatibilityLevel.FULL);
        schemas.setCompatibility("p1", "k", NAME, CompatibilityLevel.NONE);

        String config = REGISTRY + "/config";
        api.received("GET", config);
        api.received("GET", config + "/orders%2Fvalue");
        api.received("GET", config + "/orders%2Fvalue");
        api.received("PUT", config, "{\"compatibility\": \"FULL\"}");
        api.received("PUT", config + "/orders%2Fvalue", "{\"compatibility\": \"NONE\"}");
    }

    @Test
    void aPermanentDeleteFollowsASoftOne() throws InterruptedException {
        api.answers("{}")
                .answers("{}")
                .answers("{}")
                .answers("{}")
                .answers("{}")
                .answers("{}");
        SchemaApi schemas = api.client().schemas();

        schemas.deleteSubject("p1", "k", NAME);
        schemas.deleteSubjectPermanently("p1", "k", NAME);
        schemas.deleteVersion("p1", "k", NAME, 2);
        schemas.deleteVersionPermanently("p1", "k", NAME, 2);

        assertThat(api.receivedLines(6))
                .containsExactly(
                        "DELETE " + SUBJECT,
                        "DELETE " + SUBJECT,
                        "DELETE " + SUBJECT + "?permanent=true",
                        "DELETE " + SUBJECT + "/versions/2",
                        "DELETE " + SUBJECT + "/versions/2",
                        "DELETE " + SUBJECT + "/versions/2?permanent=true");
    }

    @Test
    void lostDeletesAreReadBackOrRepeated() throws InterruptedException {
        api.losesTheAnswer()
                .answers("{\"subjects\": []}")
                .losesTheAnswer()
                .fails(404, "Subject not found")
                .losesTheAnswer()
                .fails(404, "Version not found");
        SchemaApi schemas = api.client().schemas();

        schemas.deleteSubjectPermanently("p1", "k", NAME);
        schemas.deleteVersion("p1", "k", NAME, 2);

        assertThat(api.receivedLines(6))
                .containsExactly(
                        "DELETE " + SUBJECT,
                        "GET " + REGISTRY + "/subjects",
                        "DELETE " + SUBJECT + "?permanent=true",
                        "DELETE " + SUBJECT + "?permanent=true",
                        "DELETE " + SUBJECT + "/versions/2",
                        "GET " + SUBJECT + "/versions/2");
    }

    @Test
    void anIncompatibleSchemaIsAConflict() {
        api.fails(409, "Incompatible schema");

        assertThatThrownBy(() -> api.client().schemas().register("p1", "k", NAME, SchemaCreate.avro("s")))
                .isExactlyInstanceOf(AivenApiException.Conflict.class);
    }
}
