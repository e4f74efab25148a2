package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.SecretAccess;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionDetailsTests {

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator();

    @BeforeEach
    void createProject() {
        emulator.project("orders");
    }

    /** In the answer, P stands for the port of the named component and W for the administrator's password. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pg|startup-4|pg|postgres://avnadmin:W@localhost:P/defaultdb?sslmode=require|host=localhost port=P user=avnadmin password=W dbname=defaultdb sslmode=require",
                "alloydbomni|startup-4|alloydbomni|postgres://avnadmin:W@localhost:P/defaultdb?sslmode=require|host=localhost port=P user=avnadmin password=W dbname=defaultdb sslmode=require",
                "mysql|startup-4|mysql|mysql://avnadmin:W@localhost:P/defaultdb?ssl-mode=REQUIRED|host=localhost port=P user=avnadmin password=W dbname=defaultdb ssl-mode=REQUIRED",
                "kafka|business-4|kafka|localhost:P|host=localhost port=P",
                "valkey|startup-4|valkey|rediss://default:W@localhost:P|host=localhost port=P user=default password=W ssl=required",
                "dragonfly|startup-4|dragonfly|rediss://default:W@localhost:P|host=localhost port=P user=default password=W ssl=required",
                "opensearch|startup-4|opensearch|https://avnadmin:W@localhost:P|host=localhost port=P user=avnadmin password=W",
                "clickhouse|business-16|clickhouse_https|https://avnadmin:W@localhost:P|",
                "grafana|startup-4|grafana|https://avnadmin:W@localhost:P|host=localhost port=P user=avnadmin password=W",
                "flink|business-4|flink|https://avnadmin:W@localhost:P|host=localhost port=P user=avnadmin password=W",
                "thanos|startup-4|query_frontend|https://avnadmin:W@localhost:P|host=localhost port=P user=avnadmin password=W",
                "kafka_connect|startup-4|kafka_connect|https://avnadmin:W@localhost:P|host=localhost port=P user=avnadmin password=W",
                "kafka_mirrormaker|startup-4||null|"
            })
    void everyTypeTellsHowToConnectInItsOwnWay(String type, String plan, String component, String uri, String params) {
        JsonNode service = emulator.service("orders", "main", type, plan);

        String password = service.at("/users/0/password").asText();
        assertThat(password).matches("AVNS_[A-Za-z0-9_-]{19}");
        List<String> components = service.path("components").findValuesAsText("component");
        String port = component == null
                ? ""
                : service.path("components")
                        .path(components.indexOf(component))
                        .path("port")
                        .asText();
        assertThat(service.path("service_uri").asText("null"))
                .isEqualTo(uri.replace("W", password).replace(":P", ":" + port));
        if (params != null) {
            List<String> found = new ArrayList<>();
            service.path("service_uri_params").properties().forEach(param -> {
                assertThat(param.getValue().isTextual()).isTrue();
                found.add(param.getKey() + "=" + param.getValue().asText());
            });
            assertThat(found)
                    .containsExactlyInAnyOrder(params.replace("=W", "=" + password)
                            .replace("=P", "=" + port)
                            .split(" "));
        }
        String kind = type.equals("dragonfly") ? "redis" : type;
        assertThat(service.path("connection_info").path(kind).isArray()).isTrue();
    }

    @Test
    void postgresRepeatsItsParameters() {
        JsonNode info = emulator.service("orders", "main", "pg", "startup-4").path("connection_info");

        assertThat(info.at("/pg_params/0/port").isTextual()).isTrue();
        assertThat(info.path("pg_standby")).isEmpty();
        assertThat(info.path("pg_syncing")).isEmpty();
        assertThat(info.has("pg_replica_uri")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "pg,pg_replica_uri,postgres://avnadmin:W@localhost:P/defaultdb?sslmode=require",
        "alloydbomni,alloydbomni_replica_uri,postgres://avnadmin:W@localhost:P/defaultdb?sslmode=require",
        "mysql,mysql_replica_uri,mysql://avnadmin:W@localhost:P/defaultdb?ssl-mode=REQUIRED",
        "valkey,valkey_replica_uri,rediss://default:W@localhost:P",
        "dragonfly,redis_replica_uri,rediss://default:W@localhost:P"
    })
    void aPlanWithAStandbyHasAReplica(String type, String key, String uri) {
        JsonNode service = emulator.service("orders", "main", type, "business-4");

        JsonNode replica =
                service.path("components").path(service.path("components").size() - 1);
        assertThat(replica.path("component").asText()).isEqualTo(type);
        assertThat(replica.path("usage").asText()).isEqualTo("replica");
        assertThat(service.path("components").findValuesAsText("port")).doesNotHaveDuplicates();
        assertThat(service.at("/connection_info").path(key).asText())
                .isEqualTo(uri.replace("W", service.at("/users/0/password").asText())
                        .replace(":P", ":" + replica.path("port").asText()));
    }

    @Test
    void dashboardsCanBeTurnedOff() {
        JsonNode service = emulator.service(
                "orders",
                "{'service_name':'main','service_type':'opensearch','plan':'startup-4',"
                        + "'user_config':{'opensearch_dashboards':{'enabled':false}}}");

        assertThat(service.path("components").findValuesAsText("component")).containsExactly("opensearch");
        assertThat(service.at("/connection_info/opensearch_dashboards_uri").textValue())
                .isEmpty();
    }

    @Test
    void kafkaHasACertificateAndTextForEveryAddress() {
        JsonNode service = emulator.service("orders", "main", "kafka", "business-4");

        JsonNode info = service.path("connection_info");
        assertThat(info.path("kafka_access_cert").asText()).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(info.path("kafka_access_key").asText()).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(info.path("kafka_rest_uri").textValue()).isEmpty();
        assertThat(info.path("schema_registry_uri").textValue()).isEmpty();
        assertThat(service.at("/components/0/kafka_authentication_method").asText())
                .isEqualTo("certificate");
        assertThat(service.at("/components/0/ssl").asBoolean()).isTrue();
        assertThat(service.at("/acl/0/id").asText()).isEqualTo("default");
    }

    @Test
    void kafkaTurnsOnWhatItsConfigurationSays() {
        emulator.service("orders", "main", "kafka", "business-4");

        JsonNode service = emulator.put(
                        "/project/orders/service/main",
                        "{'user_config':{'kafka_rest':true,'schema_registry':true,'kafka_authentication_methods':{'sasl':true}}}")
                .at("/service");

        assertThat(service.at("/connection_info/kafka_rest_uri").asText()).startsWith("https://avnadmin:AVNS_");
        assertThat(service.path("components").findValuesAsText("component"))
                .containsExactly("kafka", "kafka", "kafka_rest", "schema_registry");
        assertThat(service.path("components").findValuesAsText("kafka_authentication_method"))
                .containsExactly("certificate", "sasl");
        assertThat(service.path("components").findValuesAsText("port")).doesNotHaveDuplicates();
    }

    @Test
    void valkeyWithoutTlsChangesItsScheme() {
        assertThat(emulator.service(
                                "orders",
                                "{'service_name':'main','service_type':'valkey','plan':'startup-4','user_config':{'valkey_ssl':false}}")
                        .path("service_uri")
                        .asText())
                .startsWith("valkey://default:AVNS_");
    }

    @Test
    void nobodyListensBehindATypeWithoutAnEngine() throws Exception {
        JsonNode service = emulator.service("orders", "main", "opensearch", "startup-4");

        for (JsonNode component : service.path("components")) {
            try (Socket socket = new Socket()) {
                InetSocketAddress address = new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), component.path("port").asInt());
                assertThat(TestEmulator.refuses(socket, address)).isTrue();
            }
        }
        assertThat(service.path("components")).hasSize(2);
    }

    @Test
    void readsAreRedactedUnlessTheyAskForSecrets() {
        emulator.service("orders", "main", "kafka", "business-4");
        emulator.emulator().inject(new Fault.Redaction(SecretAccess.REDACTED));

        String redacted = emulator.get("/project/orders/service/main").text();
        assertThat(redacted).contains("<redacted>").doesNotContain("AVNS_", "PRIVATE KEY");
        assertThat(emulator.get("/project/orders/service").text()).doesNotContain("AVNS_", "PRIVATE KEY");
        assertThat(emulator.get("/project/orders/service/main?include_secrets=true")
                        .text())
                .contains("AVNS_", "PRIVATE KEY")
                .doesNotContain("<redacted>");
        assertThat(emulator.get("/project/orders/service?include_secrets=true").text())
                .contains("AVNS_");
        assertThat(emulator.get("/project/orders/service/main/user/avnadmin").text())
                .doesNotContain("AVNS_");
        assertThat(emulator.get("/project/orders/service/main/user/avnadmin?include_secrets=true")
                        .text())
                .contains("AVNS_");
        JsonNode pg = emulator.service("orders", "db", "pg", "startup-4");
        assertThat(pg.path("service_uri").asText()).isEqualTo("<redacted>");
        assertThat(pg.at("/connection_info/pg/0").asText()).isEqualTo("<redacted>");
        assertThat(pg.at("/service_uri_params/password").asText()).isEqualTo("<redacted>");
        assertThat(pg.at("/service_uri_params/host").asText()).isEqualTo("localhost");
        assertThat(emulator.post("/project/orders/service/db/user", "{'username':'app'}")
                        .text())
                .as("the one write that shows a password")
                .contains("AVNS_");
    }

    @Test
    void aTokenWithoutTheRightToSeeSecretsIsRefusedWhenItAsks() {
        emulator.service("orders", "main", "pg", "startup-4");
        emulator.emulator().inject(new Fault.Redaction(SecretAccess.FORBIDDEN));

        assertThat(emulator.get("/project/orders/service/main")
                        .at("/service/service_uri")
                        .asText())
                .isEqualTo("<redacted>");
        assertThat(emulator.get("/project/orders/service/main?include_secrets=true")
                        .message())
                .isEqualTo("403 You don't have permission to perform this action: ServiceGet");
        assertThat(emulator.get("/project/orders/service?include_secrets=true").message())
                .isEqualTo("403 You don't have permission to perform this action: ServiceList");
    }
}
