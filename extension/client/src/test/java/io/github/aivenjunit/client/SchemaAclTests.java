package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.model.SchemaAcl;
import io.github.aivenjunit.client.model.SchemaAclCreate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SchemaAclTests {

    private static final String ACLS = "/v1/project/p1/service/k/kafka/schema-registry/acl";
    private static final String DEFAULT = """
            {"id": "default-sr-admin-config", "permission": "schema_registry_write", "resource": "Config:",
             "username": "avnadmin"}""";
    private static final String OURS = """
            {"id": "acl1", "permission": "schema_registry_read", "resource": "Subject:orders", "username": "app"}""";
    private static final SchemaAclCreate READ = new SchemaAclCreate("schema_registry_read", "Subject:orders", "app");
    private static final SchemaAcl ENTRY = new SchemaAcl("acl1", "schema_registry_read", "Subject:orders", "app");

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void listReadsAllEntries() throws InterruptedException {
        api.answers("{\"acl\": [" + DEFAULT + ", " + OURS + "]}");

        assertThat(api.client().schemaAcls().list("p1", "k"))
                .containsExactly(
                        new SchemaAcl("default-sr-admin-config", "schema_registry_write", "Config:", "avnadmin"),
                        ENTRY);
        api.received("GET", ACLS);
    }

    @Test
    void addFindsTheNewestOfEqualsInTheWholeList() throws InterruptedException {
        api.answers("{\"acl\": [" + OURS.replace("acl1", "acl0") + ", " + DEFAULT + ", " + OURS + "]}");

        assertThat(api.client().schemaAcls().add("p1", "k", READ)).isEqualTo(ENTRY);
        api.received(
                "POST",
                ACLS,
                "{\"permission\": \"schema_registry_read\", \"resource\": \"Subject:orders\", \"username\": \"app\"}");
    }

    @Test
    void aLostAddIsLookedUpInTheList() throws InterruptedException {
        api.losesTheAnswer().answers("{\"acl\": [" + DEFAULT + ", " + OURS + "]}");

        assertThat(api.client().schemaAcls().add("p1", "k", READ)).isEqualTo(ENTRY);
        assertThat(api.receivedPaths()).containsExactly("POST " + ACLS, "GET " + ACLS);
    }

    @Test
    void deleteNamesTheEntry() throws InterruptedException {
        api.answers("{\"acl\": [" + DEFAULT + "]}");

        api.client().schemaAcls().delete("p1", "k", "acl1");

        api.received("DELETE", ACLS + "/acl1");
    }
}
