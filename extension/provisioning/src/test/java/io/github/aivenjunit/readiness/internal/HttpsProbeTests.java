package io.github.aivenjunit.readiness.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.fixture.LoopbackServer;
import io.github.aivenjunit.fixture.ServiceAnswer;
import io.github.aivenjunit.fixture.TestAuthority;
import io.github.aivenjunit.readiness.Rung;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

class HttpsProbeTests {

    /** RFC 7617, "avnadmin:secret". */
    private static final String ADMIN = "Basic YXZuYWRtaW46c2VjcmV0";

    /** RFC 7617, "app:other". */
    private static final String APP = "Basic YXBwOm90aGVy";

    private final TestAuthority authority = new TestAuthority("Project CA");

    @Test
    void openSearchIsAskedWhoItIsAndHowItsClusterIs() {
        assertThat(steps(HttpsProbe.openSearch(), "opensearch", 12691))
                .extracting(ServiceProbe.Step::rung)
                .containsExactly(Rung.DNS, Rung.TCP, Rung.TLS, Rung.LOGIN, Rung.QUERY);
    }

    @Test
    void anOpenSearchClusterThatIsGreenOrYellowPasses() throws Exception {
        for (String status : List.of("{\"status\":\"green\"}", "{\"status\" : \"yellow\"}")) {
            try (LoopbackServer server = answering(200, status)) {
                last(HttpsProbe.openSearch(), "opensearch", server).run();

                assertThat(server.heardNext()).contains("GET /_cluster/health HTTP/1.1 " + ADMIN);
            }
        }
    }

    @Test
    void anOpenSearchClusterThatIsRedDoesNotPass() throws Exception {
        try (LoopbackServer server = answering(200, "{\"status\":\"red\"}")) {
            assertThatIOException()
                    .isThrownBy(last(HttpsProbe.openSearch(), "opensearch", server)::run)
                    .withMessage("The server is not ready: it answered GET /_cluster/health with {\"status\":\"red\"}");
        }
    }

    @Test
    void aLoginThatIsRefusedDoesNotPass() throws Exception {
        try (LoopbackServer server = answering(401, "Unauthorized")) {
            assertThatIOException()
                    .isThrownBy(steps(HttpsProbe.openSearch(), "opensearch", server.port())
                            .get(3)
                            .attempt()::run)
                    .withMessage("The server answered GET / with HTTP 401.");
        }
    }

    @Test
    void clickHouseAnswersAQuery() throws Exception {
        assertThat(steps(HttpsProbe.clickHouse(), "clickhouse_https", 12691))
                .extracting(ServiceProbe.Step::rung)
                .containsExactly(Rung.DNS, Rung.TCP, Rung.TLS, Rung.QUERY);
        try (LoopbackServer server = answering(200, "1\n")) {
            last(HttpsProbe.clickHouse(), "clickhouse_https", server).run();

            assertThat(server.heardNext()).contains("GET /?query=SELECT%201 HTTP/1.1 " + ADMIN);
        }
    }

    @Test
    void anythingButTheOneDoesNotPassForClickHouse() throws Exception {
        try (LoopbackServer server = answering(200, "11\n")) {
            assertThatIOException()
                    .isThrownBy(last(HttpsProbe.clickHouse(), "clickhouse_https", server)::run)
                    .withMessage("The server is not ready: it answered GET /?query=SELECT%201 with 11");
        }
    }

    @Test
    void grafanaPassesWithItsDatabase() throws Exception {
        try (LoopbackServer server = answering(200, "{\n  \"database\": \"ok\",\n  \"version\": \"12.0.1\"\n}")) {
            last(HttpsProbe.grafana(), "grafana", server).run();

            assertThat(server.heardNext()).contains("GET /api/health HTTP/1.1 " + ADMIN);
        }
        try (LoopbackServer server = answering(503, "{\"database\":\"failing\"}")) {
            assertThatIOException()
                    .isThrownBy(last(HttpsProbe.grafana(), "grafana", server)::run)
                    .withMessage("The server answered GET /api/health with HTTP 503.");
        }
    }

    @Test
    void aRedirectIsNotFollowedWithThePassword() throws Exception {
        try (LoopbackServer server = answering(302, "")) {
            assertThatIOException()
                    .isThrownBy(last(HttpsProbe.grafana(), "grafana", server)::run)
                    .withMessage("The server answered GET /api/health with HTTP 302.");
        }
    }

    @Test
    void aUserOfOpenSearchThatMayNotAskHasLoggedIn() throws Exception {
        try (LoopbackServer server = answering(403, "Forbidden")) {
            login(HttpsProbe.openSearch(), "opensearch", server).orElseThrow().run();

            assertThat(server.heardNext()).contains("GET / HTTP/1.1 " + APP);
        }
        try (LoopbackServer server = answering(401, "Unauthorized")) {
            assertThatIOException()
                    .isThrownBy(
                            login(HttpsProbe.openSearch(), "opensearch", server).orElseThrow()::run)
                    .withMessage("The server answered GET / with HTTP 401.");
        }
    }

    @Test
    void aUserOfClickHouseIsRefusedAsForbidden() throws Exception {
        try (LoopbackServer server = answering(403, "Authentication failed")) {
            assertThatIOException()
                    .isThrownBy(login(HttpsProbe.clickHouse(), "clickhouse_https", server)
                            .orElseThrow()::run)
                    .withMessage("The server answered GET /?query=SELECT%201 with HTTP 403.");
        }
    }

    @Test
    void usersOfGrafanaAreNotThoseOfTheApi() throws Exception {
        try (LoopbackServer server = answering(200, "")) {
            assertThat(login(HttpsProbe.grafana(), "grafana", server)).isEmpty();
        }
    }

    @Test
    void aServiceThatIsIntegratedLaterIsNotAskedYet() {
        Service connect = ServiceAnswer.of("connect", "kafka_connect", "startup-1")
                .component("kafka_connect", "a.test", 443, "dynamic", "primary")
                .component("kafka_connect", "b.test", 443, "public", "primary")
                .build();
        Service mirrorMaker =
                ServiceAnswer.of("mirror", "kafka_mirrormaker", "startup-1").build();

        assertThat(ServiceProbes.of("kafka_connect").steps(connect, authority.ca()))
                .extracting(ServiceProbe.Step::rung)
                .containsExactly(Rung.DNS);
        assertThat(ServiceProbes.of("kafka_mirrormaker").steps(mirrorMaker, authority.ca()))
                .isEmpty();
    }

    private LoopbackServer answering(int status, String body) throws IOException {
        return LoopbackServer.start(socket -> {
            try (SSLSocket tls = (SSLSocket) authority
                    .server(LoopbackServer.HOST)
                    .getSocketFactory()
                    .createSocket(socket, LoopbackServer.HOST, socket.getPort(), true)) {
                tls.setUseClientMode(false);
                BufferedReader request =
                        new BufferedReader(new InputStreamReader(tls.getInputStream(), StandardCharsets.UTF_8));
                String heard = String.valueOf(request.readLine());
                for (String line = request.readLine(); line != null && !line.isEmpty(); line = request.readLine()) {
                    if (line.startsWith("Authorization: ")) {
                        heard += line.substring("Authorization:".length());
                    }
                }
                tls.getOutputStream()
                        .write(("HTTP/1.1 " + status
                                        + " x\r\nConnection: close\r\nLocation: /elsewhere\r\nContent-Length: "
                                        + body.length() + "\r\n\r\n" + body)
                                .getBytes(StandardCharsets.UTF_8));
                // Closing both ways at once would wait for a goodbye that HTTP clients do not say.
                tls.shutdownOutput();
                tls.getInputStream().transferTo(OutputStream.nullOutputStream());
                return heard;
            }
        });
    }

    private ServiceProbe.Attempt last(HttpsProbe probe, String component, LoopbackServer server) {
        List<ServiceProbe.Step> steps = steps(probe, component, server.port());
        return steps.get(steps.size() - 1).attempt();
    }

    private List<ServiceProbe.Step> steps(HttpsProbe probe, String component, int port) {
        return probe.steps(service(component, port), authority.ca());
    }

    private Optional<ServiceProbe.Attempt> login(HttpsProbe probe, String component, LoopbackServer server) {
        ServiceUser app = ServiceAnswer.of("any", "any", "any")
                .user("app", Optional.of("other"))
                .build()
                .users()
                .get(0);
        return probe.login(service(component, server.port()), authority.ca(), app);
    }

    private static Service service(String component, int port) {
        return ServiceAnswer.of("any", "any", "any")
                .component(component, LoopbackServer.HOST, port, "dynamic", "primary")
                .user("avnadmin", Optional.of("secret"))
                .build();
    }
}
