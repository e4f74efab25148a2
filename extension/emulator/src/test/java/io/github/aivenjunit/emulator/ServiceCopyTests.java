package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.time.BuildTimes;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Forks and read replicas that exist in the control plane only. */
class ServiceCopyTests {

    private static final String SERVICES = "/project/orders/service";

    @RegisterExtension
    final TestEmulator emulator =
            new TestEmulator(builder -> builder.buildTimes(BuildTimes.fixed(Duration.ofMinutes(10))));

    @BeforeEach
    void createSource() {
        emulator.project("orders");
        emulator.service(
                "orders",
                "{'service_name':'main','service_type':'pg','plan':'startup-4','user_config':{'pg_version':'16'}}");
        emulator.advance(Duration.ofMinutes(11));
        emulator.post(SERVICES + "/main/user", "{'username':'app'}");
        emulator.post(SERVICES + "/main/db", "{'database':'shop'}");
    }

    private TestEmulator.Answer copy(String name, String plan, String userConfig) {
        return emulator.post(
                SERVICES,
                "{'service_name':'" + name + "','service_type':'pg','plan':'" + plan + "','user_config':" + userConfig
                        + "}");
    }

    private static String password(JsonNode service, String user) {
        for (JsonNode candidate : service.path("users")) {
            if (candidate.path("username").asText().equals(user)) {
                return candidate.path("password").asText();
            }
        }
        return "no such user";
    }

    @Test
    void aForkHasItsSourcesVersionUsersAndDatabasesAndAPasswordOfItsOwn() {
        JsonNode fork =
                copy("fork", "startup-4", "{'service_to_fork_from':'main'}").at("/service");

        JsonNode source = emulator.read("orders", "main");
        assertThat(fork.path("user_config").toString())
                .isEqualTo("{\"service_to_fork_from\":\"main\",\"pg_version\":\"16\"}");
        JsonNode read = emulator.read("orders", "fork");
        assertThat(read.path("databases").toString()).isEqualTo("[\"defaultdb\",\"shop\"]");
        assertThat(password(read, "app")).isEqualTo(password(source, "app"));
        assertThat(password(read, "avnadmin")).isNotEqualTo(password(source, "avnadmin"));
        assertThat(read.path("service_integrations")).isEmpty();
    }

    @Test
    void aReplicaSharesItsSourcesLoginsAndBothShowTheIntegration() {
        copy("replica", "startup-4", "{'service_to_fork_from':'main','pg_read_replica':true}");
        emulator.advance(Duration.ofMinutes(11));

        JsonNode replica = emulator.read("orders", "replica");
        JsonNode source = emulator.read("orders", "main");
        assertThat(password(replica, "avnadmin")).isEqualTo(password(source, "avnadmin"));
        JsonNode integration = replica.at("/service_integrations/0");
        assertThat(source.at("/service_integrations/0")).isEqualTo(integration);
        assertThat(integration.path("integration_type").asText()).isEqualTo("read_replica");
        assertThat(integration.path("source_service").asText()).isEqualTo("main");
        assertThat(integration.path("dest_service").asText()).isEqualTo("replica");
        assertThat(integration.path("active").asBoolean()).isTrue();
        assertThat(emulator.post(SERVICES + "/replica/db", "{'database':'new'}").message())
                .isEqualTo("400 Service 'replica' is a read replica. Change the service that it is a replica of.");
        assertThat(emulator.post(SERVICES + "/replica/connection_pool", "{'pool_name':'reads','database':'defaultdb'}")
                        .status())
                .isEqualTo(200);
        assertThat(emulator.put(SERVICES + "/replica", "{'user_config':{'pg_read_replica':false}}")
                        .message())
                .isEqualTo("400 The emulator cannot change pg_read_replica. Create a fork instead, or run against"
                        + " Aiven.");

        emulator.delete(SERVICES + "/replica");
        assertThat(emulator.read("orders", "main").path("service_integrations")).isEmpty();
    }

    @Test
    void theIntegrationAloneMakesAReplicaToo() {
        emulator.service("orders", "rows", "mysql", "startup-4");
        emulator.advance(Duration.ofMinutes(11));

        JsonNode replica = emulator.service(
                "orders",
                "{'service_name':'more','service_type':'mysql','plan':'startup-4','service_integrations':"
                        + "[{'integration_type':'read_replica','source_service':'rows'}]}");

        assertThat(replica.path("service_name").asText()).isEqualTo("more");
        assertThat(emulator.read("orders", "more")
                        .at("/service_integrations/0/source_service")
                        .asText())
                .isEqualTo("rows");
    }

    @Test
    void aServiceOfAnotherProjectCanBeForked() {
        emulator.project("bills");

        TestEmulator.Answer fork = emulator.post(
                "/project/bills/service",
                "{'service_name':'fork','service_type':'pg','plan':'startup-4','user_config':"
                        + "{'project_to_fork_from':'orders','service_to_fork_from':'main'}}");

        assertThat(fork.status()).isEqualTo(200);
        assertThat(emulator.read("bills", "fork").path("databases").toString()).isEqualTo("[\"defaultdb\",\"shop\"]");
    }

    @Test
    void aSourceThatCannotBeCopiedIsRefused() {
        assertThat(copy("fork", "startup-4", "{'service_to_fork_from':'missing'}")
                        .message())
                .isEqualTo("404 Service missing does not exist");
        assertThat(copy("fork", "startup-4", "{'pg_read_replica':true}").message())
                .isEqualTo("400 pg_read_replica needs service_to_fork_from, which names the service to follow");
        emulator.service("orders", "young", "pg", "startup-4");
        assertThat(copy("fork", "startup-4", "{'service_to_fork_from':'young'}").message())
                .isEqualTo("400 Service 'young' has no backup yet");
        emulator.service("orders", "cache", "valkey", "startup-4");
        assertThat(copy("fork", "startup-4", "{'service_to_fork_from':'cache'}").message())
                .isEqualTo("400 Service 'cache' is of type 'valkey', not 'pg'");
        assertThat(emulator.post(
                                SERVICES,
                                "{'service_name':'fork','service_type':'pg','plan':'free-0','cloud':'do-ams',"
                                        + "'user_config':{'service_to_fork_from':'main'}}")
                        .message())
                .isEqualTo("403 Current service plan does not include forks and read replicas");
    }

    @Test
    void withoutAServerTheExtensionsAreThoseOfAivensList() {
        JsonNode extensions =
                emulator.get(SERVICES + "/main/pg/available-extensions").at("/extensions");

        assertThat(extensions.findValuesAsText("name"))
                .isSorted()
                .contains("aiven_extras", "postgis", "timescaledb", "vector", "vectorscale");
        emulator.service(
                "orders",
                "{'service_name':'old','service_type':'pg','plan':'startup-4','user_config':{'pg_version':'15'}}");
        assertThat(emulator.get(SERVICES + "/old/pg/available-extensions")
                        .json()
                        .findValuesAsText("name"))
                .contains("vector")
                .doesNotContain("vectorscale");
        emulator.put(SERVICES + "/old", "{'powered':false}");
        assertThat(emulator.get(SERVICES + "/old/pg/available-extensions").message())
                .isEqualTo("503 An error occurred. Please try again later.");
        emulator.service("orders", "cache", "valkey", "startup-4");
        assertThat(emulator.get(SERVICES + "/cache/pg/available-extensions").message())
                .isEqualTo("400 Service type 'valkey' does not support extensions");
    }
}
