package io.github.aivenjunit.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.connection.ClickHouseConnection;
import io.github.aivenjunit.connection.HttpsConnection;
import io.github.aivenjunit.connection.MySqlConnection;
import io.github.aivenjunit.connection.PostgresConnection;
import io.github.aivenjunit.connection.ValkeyConnection;
import io.github.aivenjunit.fixture.NoControl;
import io.github.aivenjunit.fixture.ServiceAnswer;
import io.github.aivenjunit.fixture.TestAuthority;
import io.github.aivenjunit.readiness.Readiness;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every type's handle gives what the API says about such a service, in the form of its clients. */
class TypedHandlesTests {

    private static final String CANARY = "canary-4711";

    private final CaCertificate ca = new TestAuthority("Project CA").ca();

    @Test
    void mySqlIsReachedThroughItsOwnComponent() {
        MySqlService mysql = handle(
                MySqlService.class,
                answer("mysql")
                        .component("mysqlx", "x.test", 12692, "dynamic", "primary")
                        .component("mysql", "mysql.test", 12691, "dynamic", "primary")
                        .uriParam("dbname", "defaultdb")
                        .uriParam("ssl-mode", "REQUIRED")
                        .databases("defaultdb", "orders"));

        MySqlConnection expected =
                new MySqlConnection("mysql.test", 12691, "defaultdb", "avnadmin", Secret.of(CANARY), ca);
        assertThat(mysql.database()).isEqualTo(expected);
        assertThat(mysql.database("orders")).isEqualTo(expected.withDatabase("orders"));
        assertThat(mysql.databases()).containsExactly("defaultdb", "orders");
        assertThat(mysql.host()).isEqualTo("mysql.test");
        assertThat(mysql.port()).isEqualTo(12_691);
        assertThat(mysql.jdbcUrl()).isEqualTo(expected.jdbcUrl());
        assertThat(mysql.jdbcProperties()).isEqualTo(expected.jdbcProperties());
        assertThat(mysql.connection())
                .containsEntry("jdbcUrl", expected.jdbcUrl())
                .containsEntry("user", "avnadmin")
                .containsEntry("password", CANARY)
                .containsEntry("port", "12691")
                .containsEntry("database", "defaultdb");
        assertThat(mysql.asEnvironment("ORDERS")).containsEntry("ORDERS_SSL_MODE", "REQUIRED");
        assertSilent(mysql, mysql.database());
    }

    @Test
    void alloyDbOmniIsReachedAsPostgres() {
        PostgresConnection expected =
                new PostgresConnection("alloy.test", 12691, "defaultdb", "avnadmin", Secret.of(CANARY), ca);
        for (String component : new String[] {"alloydbomni", "pg"}) {
            AlloyDbOmniService alloy = handle(
                    AlloyDbOmniService.class,
                    answer("alloydbomni")
                            .component("pgbouncer", "pool.test", 12692, "dynamic", "primary")
                            .component(component, "alloy.test", 12691, "dynamic", "primary")
                            .databases("defaultdb"));

            assertThat(alloy.database()).isEqualTo(expected);
            assertThat(alloy.database("orders")).isEqualTo(expected.withDatabase("orders"));
            assertThat(alloy.databases()).containsExactly("defaultdb");
            assertThat(alloy.host()).isEqualTo("alloy.test");
            assertThat(alloy.port()).isEqualTo(12_691);
            assertThat(alloy.jdbcUrl()).isEqualTo(expected.jdbcUrl());
            assertThat(alloy.jdbcProperties()).isEqualTo(expected.jdbcProperties());
            assertThat(alloy.connection()).containsEntry("jdbcUrl", expected.jdbcUrl());
            assertSilent(alloy, alloy.database());
        }
    }

    @Test
    void clickHouseIsReachedOverHttpsAndNatively() {
        ClickHouseService clickHouse = handle(
                ClickHouseService.class,
                answer("clickhouse")
                        .component("clickhouse", "ch.test", 12690, "dynamic", "primary")
                        .component("clickhouse_https", "ch.test", 12691, "dynamic", "primary")
                        .component("clickhouse_mysql", "ch.test", 12692, "dynamic", "primary"));

        ClickHouseConnection expected =
                new ClickHouseConnection("ch.test", 12691, 12690, "default", "avnadmin", Secret.of(CANARY), ca);
        assertThat(clickHouse.database()).isEqualTo(expected);
        assertThat(clickHouse.database("events")).isEqualTo(expected.withDatabase("events"));
        assertThat(clickHouse.host()).isEqualTo("ch.test");
        assertThat(clickHouse.port()).isEqualTo(12_691);
        assertThat(clickHouse.nativePort()).isEqualTo(12_690);
        assertThat(clickHouse.jdbcUrl()).isEqualTo(expected.jdbcUrl());
        assertThat(clickHouse.jdbcProperties()).isEqualTo(expected.jdbcProperties());
        assertThat(clickHouse.connection())
                .containsEntry("httpsUri", "https://ch.test:12691")
                .containsEntry("nativePort", "12690")
                .containsEntry("jdbcUrl", expected.jdbcUrl())
                .containsEntry("database", "default")
                .containsEntry("password", CANARY);
        assertSilent(clickHouse, clickHouse.database());
    }

    @Test
    void dragonflyIsReachedAsValkeyWithTheNamesOfRedis() {
        Service service = ServiceAnswer.of("cache", "dragonfly", "startup-4")
                .component("dragonfly", "cache.test", 12691, "dynamic", "primary")
                .connectionInfo("redis_password", CANARY)
                .build();
        DragonflyService dragonfly = (DragonflyService) ServiceHandles.of(details(service));

        assertThat(dragonfly.server())
                .isEqualTo(new ValkeyConnection("cache.test", 12691, "default", Secret.of(CANARY), ca));
        assertThat(dragonfly.uri()).isEqualTo("rediss://default:canary-4711@cache.test:12691");
        assertThat(dragonfly.host()).isEqualTo("cache.test");
        assertThat(dragonfly.port()).isEqualTo(12_691);
        assertThat(dragonfly.user()).isEqualTo("default");
        assertThat(dragonfly.password()).isEqualTo(CANARY);
        assertThat(dragonfly.connection()).containsEntry("uri", dragonfly.uri());
        assertSilent(dragonfly, dragonfly.server());
    }

    @Test
    void openSearchIsReachedOverHttpsAndHasDashboards() {
        OpenSearchService search = handle(
                OpenSearchService.class,
                answer("opensearch")
                        .component("opensearch", "search.test", 12691, "dynamic", "primary")
                        .component("opensearch_dashboards", "search.test", 443, "dynamic", "primary"));

        assertThat(search.server()).isEqualTo(https("https://search.test:12691"));
        assertThat(search.dashboards()).contains(https("https://search.test:443"));
        assertThat(search.host()).isEqualTo("search.test");
        assertThat(search.port()).isEqualTo(12_691);
        assertThat(search.connection())
                .containsEntry("httpsUri", "https://search.test:12691")
                .containsEntry("host", "search.test")
                .containsEntry("port", "12691")
                .containsEntry("user", "avnadmin")
                .containsEntry("password", CANARY);
        assertSilent(search, search.server());
    }

    @Test
    void openSearchWithoutDashboardsSaysSo() {
        OpenSearchService search = handle(
                OpenSearchService.class,
                answer("opensearch").component("opensearch", "search.test", 12691, "dynamic", "primary"));

        assertThat(search.dashboards()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"grafana", "flink", "kafka_connect"})
    void aWebServiceIsReachedOverHttps(String type) {
        HttpsService web =
                handle(HttpsService.class, answer(type).component(type, "web.test", 443, "dynamic", "primary"));

        assertThat(web.server()).isEqualTo(https("https://web.test:443"));
        assertThat(web.connection()).containsEntry("httpsUri", "https://web.test:443");
        assertSilent(web, web.server());
    }

    @Test
    void everyWebTypeHasAHandleOfItsOwn() {
        assertThat(handle(ServiceHandle.class, answer("grafana"))).isInstanceOf(GrafanaService.class);
        assertThat(handle(ServiceHandle.class, answer("flink"))).isInstanceOf(FlinkService.class);
        assertThat(handle(ServiceHandle.class, answer("kafka_connect"))).isInstanceOf(KafkaConnectService.class);
    }

    @Test
    void thanosIsReachedPerTask() {
        ThanosService thanos = handle(
                ThanosService.class,
                answer("thanos")
                        .connectionInfo("query_frontend_uri", "https://avnadmin:canary-4711@front.test:1")
                        .connectionInfo("query_uri", "https://avnadmin:canary-4711@query.test:2")
                        .connectionInfo(
                                "receiver_remote_write_uri",
                                "https://avnadmin:canary-4711@write.test:3/api/v1/receive"));

        assertThat(thanos.queryFrontend()).isEqualTo(https("https://front.test:1"));
        assertThat(thanos.query()).isEqualTo(https("https://query.test:2"));
        assertThat(thanos.remoteWrite()).isEqualTo(https("https://write.test:3/api/v1/receive"));
        assertThat(thanos.host()).isEqualTo("front.test");
        assertThat(thanos.port()).isEqualTo(1);
        assertThat(thanos.connection())
                .containsEntry("queryFrontendUri", "https://front.test:1")
                .containsEntry("queryUri", "https://query.test:2")
                .containsEntry("remoteWriteUri", "https://write.test:3/api/v1/receive")
                .containsEntry("password", CANARY);
        assertSilent(thanos, thanos.query());
    }

    @Test
    void mirrorMakerHasNoAddress() {
        KafkaMirrorMakerService mirrorMaker = handle(KafkaMirrorMakerService.class, answer("kafka_mirrormaker"));

        assertThatIllegalStateException()
                .isThrownBy(mirrorMaker::host)
                .withMessage("Service 'declared' has no single address. Use details().service().components().");
        assertThat(mirrorMaker.connection()).containsOnlyKeys("ca");
    }

    private static ServiceAnswer answer(String type) {
        return ServiceAnswer.of("declared", type, "startup-4").user("avnadmin", Optional.of(CANARY));
    }

    private HttpsConnection https(String uri) {
        return new HttpsConnection(URI.create(uri), "avnadmin", Secret.of(CANARY), ca);
    }

    private <T extends ServiceHandle> T handle(Class<T> type, ServiceAnswer answer) {
        return type.cast(ServiceHandles.of(details(answer.build())));
    }

    private ServiceDetails details(Service service) {
        return new ServiceDetails(
                "declared",
                service,
                ca,
                URI.create("https://console.aiven.io/project/aj-shop/services/declared/overview"),
                new Readiness(Map.of()),
                Optional.empty(),
                new NoControl());
    }

    private static void assertSilent(ServiceHandle handle, Object connection) {
        assertThat(handle + " " + connection + " " + handle.details().service().users())
                .doesNotContain(CANARY);
    }
}
