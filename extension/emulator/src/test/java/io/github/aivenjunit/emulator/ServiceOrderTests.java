package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceOrderTests {

    private static final String PG = "'service_name':'main','service_type':'pg','plan':'startup-4'";

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator();

    @BeforeEach
    void createProject() {
        emulator.project("orders");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|Invalid input: 'service_name' is a required property",
                "{'service_name':'main'}|Invalid input: 'service_type' is a required property",
                "{'service_name':'main','service_type':'pg'}|Invalid input: 'plan' is a required property",
                "{'service_name':5,'service_type':'pg','plan':'startup-4'}|Invalid input: 5 is not of type 'string'",
                "{'service_name':'Main','service_type':'pg','plan':'startup-4'}|Service name must consist of 1-64 alphanumerical characters",
                "{'service_name':'','service_type':'pg','plan':'startup-4'}|Service name must consist of 1-64 alphanumerical characters",
                "{'service_name':'main','service_type':'postgres','plan':'startup-4'}|Invalid service type 'postgres'",
                "{'service_name':'main','service_type':'pg','plan':'huge'}|Invalid plan 'huge' for service type 'pg'",
                "{'service_name':'main','service_type':'pg','plan':'premium-4','cloud':'do-ams'}|Invalid plan 'premium-4' for service type 'pg'",
                "{'service_name':'main','service_type':'pg','plan':'startup-4','cloud':'mars'}|Invalid cloud 'mars'",
                "{'service_name':'main','service_type':'pg','plan':'startup-4','disk_space_mb':1}|Invalid disk space: 1 MiB is not between 81920 and 245760 MiB for plan 'startup-4'",
                "{'service_name':'main','service_type':'pg','plan':'startup-4','maintenance':{'dow':'someday'}}|Invalid input: 'someday' is not one of ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']",
                "{'service_name':'main','service_type':'pg','plan':'startup-4','termination_protection':'yes'}|Invalid input: 'yes' is not of type 'boolean'",
                "{'service_name':'main','service_type':'pg','plan':'startup-4','user_config':[]}|Invalid input: [] is not of type 'object'",
                "{'service_name':'main','service_type':'pg','plan':'startup-4','user_config':{'pgversion':'17'}}|Invalid input: Additional properties are not allowed ('pgversion' was unexpected)",
                "{'service_name':'main','service_type':'pg','plan':'startup-4','user_config':{'a':1,'b':2}}|Invalid input: Additional properties are not allowed ('a', 'b' were unexpected)",
                "{'service_name':'main','service_type':'pg','plan':'startup-4','user_config':{'pg_version':'9'}}|Invalid input: '9' is not one of ['14', '15', '16', '17', '18', None]",
                "{'service_name':'main','service_type':'pg','plan':'startup-4','user_config':{'pg_version':17}}|Invalid input: 17 is not of type 'string', 'null'",
                "{'service_name':'main','service_type':'pg','plan':'startup-4','user_config':{'backup_hour':24}}|Invalid input: 24 is greater than the maximum of 23",
                "{'service_name':'main','service_type':'pg','plan':'startup-4','user_config':{'work_mem':0}}|Invalid input: 0 is less than the minimum of 1",
                "{'service_name':'main','service_type':'kafka','plan':'business-4','user_config':{'kafka_authentication_methods':{'magic':true}}}|Invalid input: Additional properties are not allowed ('magic' was unexpected)",
                "{'service_name':'main','service_type':'pg','plan':'startup-4','static_ips':[1]}|Invalid input: 1 is not of type 'string'",
            })
    void badOrdersAreRefusedWith400(String body, String message) {
        assertThat(emulator.post("/project/orders/service", body).message()).isEqualTo("400 " + message);
        assertThat(emulator.emulator().services()).isEmpty();
    }

    @Test
    void theNullsOfTheOfficialClientsAreAccepted() {
        JsonNode service = emulator.service(
                "orders",
                "{" + PG
                        + ",'cloud':null,'project_vpc_id':null,'service_integrations':null,'static_ips':[],'disk_space_mb':null,'user_config':{'pg_version':null},'group_name':null}");

        assertThat(service.path("cloud_name").asText()).isEqualTo("google-europe-west1");
        assertThat(service.path("disk_space_mb").asInt()).isEqualTo(81_920);
        assertThat(service.at("/user_config/pg_version").asText()).isEqualTo("17");
        assertThat(service.at("/metadata/pg_version").asText()).isEqualTo("17");
    }

    @Test
    void aServiceNeedsItsProjectItsVpcAndItsAddresses() {
        assertThat(emulator.post("/project/orders/service", "{" + PG + ",'project_vpc_id':'v1'}")
                        .message())
                .isEqualTo("404 Project VPC v1 does not exist");
        assertThat(emulator.post("/project/orders/service", "{" + PG + ",'static_ips':['ip1']}")
                        .message())
                .isEqualTo("404 Static IP address ip1 does not exist");
        assertThat(emulator.post("/project/nobody/service", "{" + PG + "}").message())
                .isEqualTo("404 Project does not exist");
    }

    @Test
    void anUpdateMergesTheUserConfiguration() {
        emulator.service(
                "orders",
                "{" + PG + ",'user_config':{'pg_version':'15','work_mem':8,'pg':{'jit':true,'timezone':'UTC'}}}");

        JsonNode config = emulator.put(
                        "/project/orders/service/main",
                        "{'user_config':{'pg':{'jit':false},'admin_password':'<redacted>','service_log':true,'node_count':null}}")
                .at("/service/user_config");

        assertThat(config.toString())
                .isEqualTo("{\"pg_version\":\"15\",\"work_mem\":8,\"pg\":{\"jit\":false,\"timezone\":\"UTC\"},"
                        + "\"service_log\":true}");
        assertThat(emulator.put("/project/orders/service/main", "{'user_config':{'service_log':null}}")
                        .at("/service/user_config")
                        .has("service_log"))
                .isFalse();
        assertThat(emulator.put("/project/orders/service/main", "{'user_config':{'nonsense':1}}")
                        .message())
                .isEqualTo("400 Invalid input: Additional properties are not allowed ('nonsense' was unexpected)");
    }

    @Test
    void aVersionRisesButNeverFalls() {
        emulator.service("orders", "{" + PG + ",'user_config':{'pg_version':'16'}}");

        assertThat(emulator.put("/project/orders/service/main", "{'user_config':{'pg_version':'15'}}")
                        .message())
                .isEqualTo("400 PostgreSQL major version downgrade is not possible");
        assertThat(emulator.put("/project/orders/service/main", "{'user_config':{'pg_version':'17'}}")
                        .at("/service/metadata/pg_version")
                        .asText())
                .isEqualTo("17");
    }

    @Test
    void theAdministratorCanBeChosenAndIsNotRepeatedInTheConfiguration() {
        JsonNode service = emulator.service(
                "orders", "{" + PG + ",'user_config':{'admin_username':'boss','admin_password':'very secret/1'}}");

        assertThat(service.at("/users/0/username").asText()).isEqualTo("boss");
        assertThat(service.at("/users/0/password").asText()).isEqualTo("very secret/1");
        assertThat(service.path("service_uri").asText()).startsWith("postgres://boss:very%20secret%2F1@localhost:");
        assertThat(service.path("user_config").toString()).isEqualTo("{\"pg_version\":\"17\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"startup-4", "hobbyist", "free-1-5gb", "business-4", "premium-64"})
    void plansOfPostgresCanBeOrdered(String plan) {
        JsonNode service = emulator.service("orders", "main", "pg", plan);

        assertThat(service.path("plan").asText()).isEqualTo(plan);
        assertThat(service.path("node_count").asInt()).isBetween(1, 3);
    }
}
