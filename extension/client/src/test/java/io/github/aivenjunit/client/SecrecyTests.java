package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import io.github.aivenjunit.client.model.ConnectorConfig;
import io.github.aivenjunit.client.model.IntegrationCreate;
import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceCreate;
import io.github.aivenjunit.client.model.ServiceUpdate;
import io.github.aivenjunit.client.model.UserConfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

class SecrecyTests {

    private static final String PASSWORD = "AVNS_canary-password";

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
    private Level level = Level.INFO;

    @BeforeEach
    void listen() {
        level = root.getLevel();
        root.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        root.setLevel(level);
    }

    @Test
    void theTokenIsNeitherLoggedNorThrownWhateverHappens() {
        String echo = "{\"message\": \"Invalid token " + ScriptedApi.TOKEN + "\", \"errors\": [{\"error_code\": \""
                + ScriptedApi.TOKEN + "\"}]}";
        api.answers(401, echo)
                .answers(403, echo)
                .answers(409, echo)
                .answers(429, echo)
                .answers(400, echo)
                .answers(302, echo)
                .answers(200, ScriptedApi.TOKEN)
                .answers(200, "{\"user\": {\"user\": \"" + ScriptedApi.TOKEN + "\", \"x\": tru")
                .answers(new MockResponse.Builder()
                        .code(404)
                        .setHeader("Content-Type", ScriptedApi.TOKEN)
                        .body("<"))
                .losesTheAnswer()
                .answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        AivenClient client =
                api.client(builder -> builder.retry(RetryPolicy.none()).callTimeout(Duration.ofMillis(500)));
        List<String> thrown = new ArrayList<>();

        for (int i = 0; i < 11; i++) {
            thrown.add(stackTrace(client::me));
        }

        assertThat(thrown)
                .allSatisfy(
                        text -> assertThat(text).contains("AivenApiException").doesNotContain(ScriptedApi.TOKEN));
        assertThat(logged()).isNotEmpty().doesNotContain(ScriptedApi.TOKEN);
        assertThat(client.toString()).doesNotContain(ScriptedApi.TOKEN);
        assertThat(ApiToken.of(ScriptedApi.TOKEN).toString()).isEqualTo("********");
    }

    @Test
    void passwordsAreNeitherLoggedNorThrown() {
        api.answers("{\"service\": {\"service_name\": \"db\", \"state\": \"" + PASSWORD)
                .answers("{\"user\": {\"username\": \"app\", \"password\": [\"" + PASSWORD + "\"], \"type\": "
                        + PASSWORD)
                .answers("{\"user\": \"" + PASSWORD + "\"}")
                .fails(500, "boom")
                .losesTheAnswer();
        AivenClient client = api.client(builder -> builder.retry(RetryPolicy.none()));
        UserConfig config = UserConfig.of(Map.of("admin_password", PASSWORD));

        assertThat(List.of(
                        stackTrace(() -> client.services().get("p1", "db")),
                        stackTrace(() -> client.serviceUsers().get("p1", "db", "app")),
                        stackTrace(() -> client.serviceUsers().get("p1", "db", "app")),
                        stackTrace(() -> client.serviceUsers().changePassword("p1", "db", "app", Secret.of(PASSWORD))),
                        stackTrace(() -> client.services()
                                .update(
                                        "p1",
                                        "db",
                                        ServiceUpdate.builder()
                                                .userConfig(config)
                                                .build()))))
                .allSatisfy(
                        text -> assertThat(text).contains("AivenApiException").doesNotContain(PASSWORD));
        assertThat(logged()).isNotEmpty().doesNotContain(PASSWORD);
    }

    @Test
    void whatIsPrintedOfAnAnswerHoldsNoSecret() {
        String uri = "postgres://avnadmin:" + PASSWORD + "@h:1/defaultdb";
        api.answers("""
                {"service": {"service_name": "db", "service_type": "pg", "plan": "startup-4", "state": "RUNNING",
                 "service_uri": "%1$s", "service_uri_params": {"password": "%2$s"}, "connection_info": {"pg": ["%1$s"]},
                 "users": [{"username": "avnadmin", "type": "primary", "password": "%2$s", "access_key": "%2$s"}],
                 "connection_pools": [{"pool_name": "pool", "database": "d", "pool_mode": "session",
                   "connection_uri": "%1$s"}],
                 "user_config": {"admin_password": "%2$s"}, "metadata": {"x": "%2$s"}}}""".formatted(uri, PASSWORD));
        UserConfig config = UserConfig.of(Map.of("admin_password", PASSWORD));

        Service service = api.client().services().get("p1", "db");

        assertThat(service).hasToString("Service[serviceName=db, serviceType=pg, plan=startup-4, state=RUNNING]");
        assertThat(service.users().get(0)).hasToString("ServiceUser[username=avnadmin, type=primary]");
        assertThat(service.connectionPools().get(0))
                .hasToString("ConnectionPool[poolName=pool, database=d, poolMode=session]");
        assertThat(service.serviceUri().orElseThrow()).hasToString("********");
        assertThat(service.serviceUri().orElseThrow().reveal()).isEqualTo(uri);
        assertThat(ServiceCreate.builder("db", "pg", "startup-4")
                        .userConfig(config)
                        .build()
                        .toString())
                .contains("admin_password")
                .doesNotContain(PASSWORD);
        assertThat(ServiceUpdate.builder().userConfig(config).build().toString())
                .doesNotContain(PASSWORD);
        assertThat(logged()).doesNotContain(PASSWORD);
    }

    @Test
    void whatIsPrintedOfSettingsHoldsNoSecret() {
        api.answers("{\"connectors\": [{\"name\": \"sink\", \"config\": {\"password\": \"" + PASSWORD + "\"}}]}")
                .answers("{\"status\": {\"state\": \"FAILED\", \"tasks\": [{\"id\": 0, \"trace\": \"" + PASSWORD
                        + "\"}]}}")
                .answers("{\"service_integrations\": [{\"service_integration_id\": \"i\", \"source_service\": \"k\","
                        + " \"user_config\": {\"x\": \"" + PASSWORD + "\"}}]}")
                .answers("{\"service_integration_endpoints\": [{\"endpoint_id\": \"e\", \"user_config\": {\"x\": \""
                        + PASSWORD + "\"}, \"endpoint_config\": {\"x\": \"" + PASSWORD + "\"}}]}")
                .answers("{\"users\": [{\"uuid\": \"u\", \"name\": \"app\", \"password\": \"" + PASSWORD + "\"}]}")
                .answers("{\"meta\": [], \"data\": [[\"" + PASSWORD + "\"]]}");
        AivenClient client = api.client();

        assertThat(List.of(
                        client.connectors().list("p1", "k"),
                        client.connectors().status("p1", "k", "sink"),
                        client.integrations().list("p1", "k"),
                        client.integrationEndpoints().list("p1"),
                        client.clickHouse().users("p1", "k"),
                        client.clickHouse().query("p1", "k", "d", "SELECT '" + PASSWORD + "'"),
                        ConnectorConfig.of("sink", "x.Sink").with("password", PASSWORD),
                        IntegrationCreate.builder("datadog")
                                .userConfig(UserConfig.of(Map.of("x", PASSWORD)))
                                .build()))
                .extracting(Object::toString)
                .containsExactly(
                        "[Connector[name=sink]]",
                        "ConnectorStatus[state=FAILED, tasks=[Task[id=0, state=]]]",
                        "[Integration[id=i, type=, source=k, dest=]]",
                        "[IntegrationEndpoint[id=e, name=, type=]]",
                        "[ClickHouseUser[uuid=u, name=app]]",
                        "ClickHouseResult[columns=0, rows=1]",
                        "ConnectorConfig[name, connector.class, password]",
                        "IntegrationCreate[integrationType=datadog, sourceService=Optional.empty,"
                                + " sourceEndpointId=Optional.empty, sourceProject=Optional.empty,"
                                + " destService=Optional.empty, destEndpointId=Optional.empty,"
                                + " destProject=Optional.empty, userConfig=UserConfig[x]]");
        assertThat(logged()).doesNotContain(PASSWORD);
    }

    @Test
    void retriesAndExchangesAreLoggedWithoutHeadersAndBodies() {
        api.fails(503, "boom")
                .answers("{\"user\": {\"user\": \"canary-body\"}}")
                .losesTheAnswer()
                .answers("{\"project\": {\"project_name\": \"p1\"}}");
        AivenClient client = api.client();

        client.me();
        client.projects().create(ProjectCreate.builder("p1").build());

        assertThat(log.list)
                .filteredOn(event -> event.getLoggerName().equals(AivenClient.class.getName()))
                .extracting(event -> event.getLevel() + " " + event.getFormattedMessage())
                .containsExactly(
                        "DEBUG GET /v1/me answered 503 in 0 ms",
                        "WARN GET /v1/me failed (503), trying again in 500 ms",
                        "DEBUG GET /v1/me answered 200 in 0 ms",
                        "DEBUG POST /v1/project has no answer after 0 ms: IOException",
                        "WARN POST /v1/project failed (IOException), reading back in 500 ms",
                        "DEBUG GET /v1/project/p1 answered 200 in 0 ms",
                        "INFO POST /v1/project took effect although its answer was lost");
        assertThat(logged()).doesNotContain("canary-body").doesNotContain("aivenv1");
    }

    private String logged() {
        StringBuilder text = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            text.append(event.getFormattedMessage()).append('\n');
            if (event.getThrowableProxy() instanceof ThrowableProxy proxy) {
                text.append(printed(proxy.getThrowable()));
            }
        }
        return text.toString();
    }

    private static String stackTrace(ThrowingCallable call) {
        Throwable failure = catchThrowable(call);
        assertThat(failure).isNotNull();
        return printed(failure);
    }

    /** With causes and suppressed exceptions, as a report prints them. */
    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
