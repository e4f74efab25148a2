package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.SecretAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connection pools of a service that exists in the control plane only. */
class ConnectionPoolTests {

    private static final String SERVICE = "/project/orders/service/main";
    private static final String POOLS = SERVICE + "/connection_pool";

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator();

    private void create(String plan) {
        emulator.project("orders");
        String cloud = plan.startsWith("free") ? "do-ams" : "google-europe-west1";
        emulator.service(
                "orders", "{'service_name':'main','service_type':'pg','plan':'" + plan + "','cloud':'" + cloud + "'}");
    }

    private String pools() {
        return emulator.read("orders", "main").path("connection_pools").toString();
    }

    @Test
    void aPoolIsCreatedListedWithItsAddressChangedAndDeleted() {
        create("startup-4");
        emulator.post(SERVICE + "/db", "{'database':'shop'}");
        emulator.post(SERVICE + "/user", "{'username':'app'}");
        String password =
                emulator.get(SERVICE + "/user/app").at("/user/password").asText();
        var service = emulator.read("orders", "main");
        int port = service.at("/components/1/port").asInt();
        String admin = service.at("/service_uri_params/password").asText();

        assertThat(emulator.post(POOLS, "{'pool_name':'main','database':'defaultdb'}")
                        .text())
                .isEqualTo("{\"message\":\"created\"}");
        assertThat(pools())
                .isEqualTo("[{\"connection_uri\":\"postgres://avnadmin:" + admin + "@localhost:" + port
                        + "/main?sslmode=require\",\"database\":\"defaultdb\",\"pool_mode\":\"transaction\","
                        + "\"pool_name\":\"main\",\"pool_size\":10}]");
        assertThat(emulator.put(
                                POOLS + "/main",
                                "{'database':'shop','pool_mode':'session','pool_size':3,'username':'app'}")
                        .text())
                .isEqualTo("{\"message\":\"updated\"}");
        assertThat(emulator.put(POOLS + "/main", "{'pool_size':4}").status()).isEqualTo(200);
        assertThat(pools())
                .isEqualTo("[{\"connection_uri\":\"postgres://app:" + password + "@localhost:" + port
                        + "/main?sslmode=require\",\"database\":\"shop\",\"pool_mode\":\"session\","
                        + "\"pool_name\":\"main\",\"pool_size\":4,\"username\":\"app\"}]");
        assertThat(emulator.delete(POOLS + "/main").text()).isEqualTo("{\"message\":\"deleted\"}");
        assertThat(pools()).isEqualTo("[]");
    }

    @Test
    void theAddressIsASecret() {
        create("startup-4");
        emulator.post(POOLS, "{'pool_name':'main','database':'defaultdb'}");
        emulator.emulator().inject(new Fault.Redaction(SecretAccess.REDACTED));

        assertThat(emulator.read("orders", "main")
                        .at("/connection_pools/0/connection_uri")
                        .asText())
                .isEqualTo("<redacted>");
    }

    @Test
    void smallPlansHaveNoPools() {
        create("hobbyist");

        assertThat(emulator.post(POOLS, "{'pool_name':'main','database':'defaultdb'}")
                        .message())
                .isEqualTo("403 Current service plan does not include the connection pooling option. Please consider"
                        + " migrating to another PostgreSQL service plan.");
        emulator.service("orders", "{'service_name':'free','service_type':'pg','plan':'free-0','cloud':'do-ams'}");
        assertThat(emulator.post(
                                "/project/orders/service/free/connection_pool",
                                "{'pool_name':'main','database':'defaultdb'}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theUserOfAPoolCanLagBehindTheService() {
        create("startup-4");
        emulator.emulator().inject(new Fault.PoolUserLag(2));
        String body = "{'pool_name':'main','database':'defaultdb'}";

        for (int request = 1; request <= 2; request++) {
            assertThat(emulator.post(POOLS, body).message())
                    .isEqualTo("403 Service database username avnadmin does not exist");
        }
        assertThat(emulator.post(POOLS, body).status()).isEqualTo(200);
    }

    @Test
    void badRequestsAreRefused() {
        create("startup-4");
        emulator.post(POOLS, "{'pool_name':'main','database':'defaultdb'}");

        assertThat(emulator.post(POOLS, "{'pool_name':'main','database':'defaultdb'}")
                        .message())
                .isEqualTo("409 Service connection pool 'main' already exists");
        assertThat(emulator.post(POOLS, "{'pool_name':'other','database':'nothing'}")
                        .message())
                .isEqualTo("404 Service database 'nothing' does not exist");
        assertThat(emulator.post(POOLS, "{'pool_name':'other','database':'defaultdb','username':'nobody'}")
                        .message())
                .isEqualTo("403 Service database username nobody does not exist");
        assertThat(emulator.put(POOLS + "/other", "{}").message())
                .isEqualTo("404 Service connection pool 'other' does not exist");
        assertThat(emulator.delete(POOLS + "/other").message())
                .isEqualTo("404 Service connection pool 'other' does not exist");
        assertThat(emulator.post(POOLS, "{'pool_name':'other'}").message())
                .isEqualTo("400 Invalid input: 'database' is a required property");
        assertThat(emulator.post(POOLS, "{'pool_name':'other','database':'defaultdb','pool_mode':'fast'}")
                        .message())
                .isEqualTo("400 Invalid input: 'fast' is not one of ['session', 'transaction', 'statement']");
        assertThat(emulator.post(POOLS, "{'pool_name':'other','database':'defaultdb','pool_size':0}")
                        .message())
                .isEqualTo("400 Invalid input: 0 is less than the minimum of 1");
        emulator.put(SERVICE, "{'powered':false}");
        assertThat(emulator.delete(POOLS + "/main").message()).isEqualTo("409 Database not powered on");
        emulator.service("orders", "cache", "valkey", "startup-4");
        assertThat(emulator.post(
                                "/project/orders/service/cache/connection_pool",
                                "{'pool_name':'main','database':'defaultdb'}")
                        .message())
                .isEqualTo("400 Service type 'valkey' does not support connection pools");
    }
}
