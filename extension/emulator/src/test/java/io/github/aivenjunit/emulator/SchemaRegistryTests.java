package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.engine.SchemaRegistryAcl;
import io.github.aivenjunit.emulator.engine.SchemaRegistryAcl.Permission;
import io.github.aivenjunit.emulator.engine.SchemaRegistryRequest;
import io.github.aivenjunit.emulator.time.BuildTimes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The API's routes to a schema registry. */
class SchemaRegistryTests {

    private static final String SERVICE = "/project/orders/service/main";
    private static final String REGISTRY = SERVICE + "/kafka/schema";
    private static final String ACLS = SERVICE + "/kafka/schema-registry/acl";
    private static final SchemaRegistryAcl ADMIN_CONFIG =
            new SchemaRegistryAcl("avnadmin", Permission.WRITE, "Config:");
    private static final SchemaRegistryAcl ADMIN_SUBJECT =
            new SchemaRegistryAcl("avnadmin", Permission.WRITE, "Subject:*");

    private final RegistryEngine engine = new RegistryEngine();

    @RegisterExtension
    final TestEmulator emulator =
            new TestEmulator(builder -> builder.engines(List.of(engine)).buildTimes(BuildTimes.fixed(Duration.ZERO)));

    @BeforeEach
    void createProject() {
        emulator.project("orders");
    }

    @Test
    void theServiceTellsWhereItsRegistryIs() {
        String password = create(true).at("/users/0/password").asText();

        assertThat(emulator.read("orders", "main")
                        .at("/connection_info/schema_registry_uri")
                        .asText())
                .isEqualTo("https://avnadmin:" + password + "@localhost:4712");
        assertThat(emulator.read("orders", "main").at("/components/1/component").asText())
                .isEqualTo("schema_registry");
    }

    @Test
    void everyOperationAsksTheRegistryInItsOwnTerms() {
        create(true);
        engine.answer("GET /subjects", 200, "['a/b']");
        engine.answer("GET /subjects/a%2Fb/versions", 200, "[1,2]");
        engine.answer("GET /subjects/a%2Fb/versions/latest", 200, "{'subject':'a/b','version':2,'id':1,'schema':'x'}");
        engine.answer("POST /subjects/a%2Fb/versions", 200, "{'id':7}");
        engine.answer("DELETE /subjects/a%2Fb/versions/1", 200, "1");
        engine.answer("DELETE /subjects/a%2Fb", 200, "[2]");
        engine.answer("GET /schemas/ids/7", 200, "{'schema':'x'}");
        engine.answer("PUT /config", 200, "{'compatibility':'NONE'}");
        engine.answer("GET /config/a%2Fb", 200, "{'compatibilityLevel':'FULL'}");
        engine.answer(
                "POST /compatibility/subjects/a%2Fb/versions/2", 200, "{'is_compatible':false,'messages':['no']}");

        assertThat(emulator.get(REGISTRY + "/subjects").text()).isEqualTo("{\"subjects\":[\"a/b\"]}");
        assertThat(emulator.get(REGISTRY + "/subjects/a%2Fb/versions").text()).isEqualTo("{\"versions\":[1,2]}");
        assertThat(emulator.get(REGISTRY + "/subjects/a%2Fb/versions/latest").text())
                .isEqualTo("{\"version\":{\"subject\":\"a/b\",\"version\":2,\"id\":1,\"schema\":\"x\"}}");
        assertThat(emulator.post(REGISTRY + "/subjects/a%2Fb/versions", "{'schema':'x','schemaType':'JSON'}")
                        .text())
                .isEqualTo("{\"id\":7}");
        assertThat(engine.requests.getLast())
                .isEqualTo(new SchemaRegistryRequest(
                        "POST",
                        "/subjects/a%2Fb/versions",
                        "",
                        "{\"schema\":\"x\",\"schemaType\":\"JSON\",\"references\":[]}"));
        assertThat(emulator.delete(REGISTRY + "/subjects/a%2Fb/versions/1").message())
                .isEqualTo("200 deleted");
        assertThat(engine.requests.getLast().query()).isEqualTo("permanent=false");
        assertThat(emulator.delete(REGISTRY + "/subjects/a%2Fb?permanent=true").message())
                .isEqualTo("200 deleted");
        assertThat(engine.requests.getLast().query()).isEqualTo("permanent=true");
        assertThat(emulator.get(REGISTRY + "/schemas/ids/7").text()).isEqualTo("{\"schema\":\"x\"}");
        assertThat(emulator.put(REGISTRY + "/config", "{'compatibility':'NONE'}")
                        .text())
                .isEqualTo("{\"compatibility\":\"NONE\"}");
        assertThat(emulator.get(REGISTRY + "/config/a%2Fb?global_default_fallback=true")
                        .text())
                .isEqualTo("{\"compatibilityLevel\":\"FULL\"}");
        assertThat(engine.requests.getLast().query()).isEqualTo("defaultToGlobal=true");
        assertThat(emulator.post(REGISTRY + "/compatibility/subjects/a%2Fb/versions/2", "{'schema':'x'}")
                        .text())
                .isEqualTo("{\"is_compatible\":false,\"messages\":[\"no\"]}");
    }

    @Test
    void aRefusalOfTheRegistryKeepsItsStatusAndWords() {
        create(true);
        engine.answer("POST /subjects/s/versions", 409, "{'error_code':409,'message':'Incompatible schema'}");

        assertThat(emulator.get(REGISTRY + "/subjects/x/versions").text())
                .isEqualTo("{\"errors\":[{\"message\":\"Subject 'x' not found.\",\"status\":404}],"
                        + "\"message\":\"Subject 'x' not found.\"}");
        assertThat(emulator.post(REGISTRY + "/subjects/s/versions", "{'schema':'x'}")
                        .message())
                .isEqualTo("409 Incompatible schema");
    }

    @Test
    void badRequestsAreRefusedBeforeTheRegistryIsAsked() {
        create(true);

        assertThat(emulator.post(REGISTRY + "/subjects/s/versions", "{}").message())
                .isEqualTo("400 Invalid input: 'schema' is a required property");
        assertThat(emulator.post(REGISTRY + "/subjects/s/versions", "{'schema':'x','schemaType':'XML'}")
                        .message())
                .isEqualTo("400 Invalid input: 'XML' is not one of ['AVRO', 'JSON', 'PROTOBUF']");
        assertThat(emulator.put(REGISTRY + "/config", "{'compatibility':'x'}").message())
                .isEqualTo("400 Invalid input: 'x' is not one of ['BACKWARD', 'BACKWARD_TRANSITIVE', 'FORWARD',"
                        + " 'FORWARD_TRANSITIVE', 'FULL', 'FULL_TRANSITIVE', 'NONE']");
        assertThat(engine.requests).isEmpty();
    }

    @Test
    void aServiceWithoutARegistryIsForbiddenGround() {
        create(false);

        assertThat(emulator.get(REGISTRY + "/subjects").message())
                .isEqualTo("403 Schema registry is not enabled for this service");
        assertThat(emulator.post(REGISTRY + "/subjects/s/versions", "{'schema':'x'}")
                        .message())
                .isEqualTo("403 Schema registry is not enabled for this service");
        emulator.service("orders", "db", "mysql", "startup-4");
        assertThat(emulator.get("/project/orders/service/db/kafka/schema/subjects")
                        .message())
                .isEqualTo("400 Service type 'mysql' does not support schemas");
    }

    @Test
    void aPoweredOffServiceAnswersNothing() {
        create(true);
        emulator.put(SERVICE, "{'powered':false}");

        assertThat(emulator.get(REGISTRY + "/subjects").message())
                .isEqualTo("503 An error occurred. Please try again later.");
        assertThat(emulator.delete(REGISTRY + "/subjects/s").message()).isEqualTo("409 Database not powered on");
        assertThat(emulator.post(ACLS, acl("bob")).message()).isEqualTo("409 Database not powered on");
    }

    @Test
    void theAccessListBeginsWithTheAdministratorsRightsAndKeepsDuplicates() {
        create(true);
        assertThat(emulator.get(ACLS).text())
                .isEqualTo("{\"acl\":[{\"id\":\"default-sr-admin-config\",\"permission\":\"schema_registry_write\","
                        + "\"resource\":\"Config:\",\"username\":\"avnadmin\"},{\"id\":\"default-sr-admin-subject\","
                        + "\"permission\":\"schema_registry_write\",\"resource\":\"Subject:*\","
                        + "\"username\":\"avnadmin\"}]}");

        String id = emulator.post(ACLS, acl("bob")).at("/acl/2/id").asText();
        assertThat(emulator.post(ACLS, acl("bob")).at("/acl")).hasSize(4);
        SchemaRegistryAcl bob = new SchemaRegistryAcl("bob", Permission.READ, "Subject:a*");
        assertThat(engine.acls.getLast()).containsExactly(ADMIN_CONFIG, ADMIN_SUBJECT, bob, bob);
        assertThat(emulator.read("orders", "main").path("schema_registry_acl")).hasSize(4);

        assertThat(emulator.delete(ACLS + "/" + id).at("/acl")).hasSize(3);
        assertThat(engine.acls.getLast()).containsExactly(ADMIN_CONFIG, ADMIN_SUBJECT, bob);
        assertThat(emulator.delete(ACLS + "/" + id).message())
                .isEqualTo("404 Schema Registry ACL '" + id + "' does not exist");
        assertThat(emulator.post(ACLS, "{'permission':'read','resource':'Subject:a','username':'bob'}")
                        .message())
                .isEqualTo("400 Invalid input: 'read' is not one of"
                        + " ['schema_registry_read', 'schema_registry_write']");
    }

    @Test
    void rulesMadeWhileTheServerStartsReachItBeforeItIsRunning() {
        engine.startGate = new CountDownLatch(1);
        emulator.service("orders", order(true));

        emulator.post(ACLS, acl("bob"));
        assertThat(emulator.get(REGISTRY + "/subjects").message())
                .isEqualTo("503 An error occurred. Please try again later.");
        assertThat(engine.acls).isEmpty();
        engine.startGate.countDown();
        awaitRunning();

        assertThat(engine.acls.getLast()).hasSize(3);
    }

    @Test
    void everyAnswerHasTheDocumentedShape() throws Exception {
        Path document = Path.of(System.getProperty("aiven.openapi", "aiven-openapi.json"));
        assumeThat(document)
                .as("the system property aiven.openapi names the OpenAPI document, which is not part of this project")
                .exists();
        create(true);
        engine.answer("GET /subjects", 200, "['s']");
        engine.answer("GET /subjects/s/versions", 200, "[1]");
        engine.answer(
                "GET /subjects/s/versions/1",
                200,
                "{'subject':'s','version':1,'id':1,'schema':'x','schemaType':'AVRO','references':[{'name':'n','subject':'t','version':1}]}");
        engine.answer("POST /subjects/s/versions", 200, "{'id':1}");
        engine.answer("POST /compatibility/subjects/s/versions/1", 200, "{'is_compatible':true}");
        engine.answer("DELETE /subjects/s/versions/1", 200, "1");
        engine.answer("DELETE /subjects/s", 200, "[1]");
        engine.answer("GET /schemas/ids/1", 200, "{'schema':'x'}");
        engine.answer("GET /config", 200, "{'compatibilityLevel':'NONE'}");
        engine.answer("PUT /config", 200, "{'compatibility':'NONE'}");
        engine.answer("GET /config/s", 200, "{'compatibilityLevel':'NONE'}");
        engine.answer("PUT /config/s", 200, "{'compatibility':'NONE'}");
        String level = "{'compatibility':'NONE'}";
        String schema = "{'schema':'x'}";
        OpenApiContract contract = new OpenApiContract(document);
        List<String> problems = new ArrayList<>();

        for (String[] call : new String[][] {
            {"GET", REGISTRY + "/subjects", ""},
            {"GET", REGISTRY + "/subjects/s/versions", ""},
            {"GET", REGISTRY + "/subjects/s/versions/1", ""},
            {"POST", REGISTRY + "/subjects/s/versions", schema},
            {"POST", REGISTRY + "/compatibility/subjects/s/versions/1", schema},
            {"DELETE", REGISTRY + "/subjects/s/versions/1", ""},
            {"DELETE", REGISTRY + "/subjects/s", ""},
            {"GET", REGISTRY + "/schemas/ids/1", ""},
            {"GET", REGISTRY + "/config", ""},
            {"PUT", REGISTRY + "/config", level},
            {"GET", REGISTRY + "/config/s", ""},
            {"PUT", REGISTRY + "/config/s", level},
            {"GET", ACLS, ""},
            {"POST", ACLS, acl("bob")},
            {"DELETE", ACLS + "/default-sr-admin-config", ""}
        }) {
            problems.addAll(contract.problems(call[0], call[1], emulator.call(call[0], call[1], call[2])));
        }

        assertThat(problems).isEmpty();
    }

    private JsonNode create(boolean registry) {
        JsonNode service = emulator.service("orders", order(registry));
        awaitRunning();
        return service;
    }

    private void awaitRunning() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!emulator.read("orders", "main").path("state").asText().equals("RUNNING")) {
            assertThat(System.nanoTime()).as("within 10 s").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    private static String order(boolean registry) {
        return "{'service_name':'main','service_type':'kafka','plan':'business-4','user_config':{'schema_registry':"
                + registry + "}}";
    }

    private static String acl(String username) {
        return "{'permission':'schema_registry_read','resource':'Subject:a*','username':'" + username + "'}";
    }
}
