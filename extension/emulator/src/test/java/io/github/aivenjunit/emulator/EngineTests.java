package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.time.BuildTimes;
import io.github.aivenjunit.platform.DataPlane;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** The contract between the control plane and the servers behind it, told by a server that only remembers. */
class EngineTests {

    private static final String SERVICE = "/project/orders/service/main";

    private final RecordingEngine engine = new RecordingEngine();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @RegisterExtension
    final TestEmulator emulator =
            new TestEmulator(builder -> builder.engines(List.of(engine)).buildTimes(BuildTimes.fixed(Duration.ZERO)));

    @BeforeEach
    void prepare() {
        log.start();
        logger().addAppender(log);
        emulator.project("orders");
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("io.github.aivenjunit.emulator");
    }

    private List<String> logged(Level level) {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel().equals(level))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private String state() {
        return emulator.read("orders", "main").path("state").asText();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 10 s").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    private JsonNode createRunning() throws InterruptedException {
        JsonNode service = emulator.service("orders", "main", "pg", "startup-4");
        assertThat(engine.nextCall()).isEqualTo("create main");
        assertThat(engine.nextCall()).isEqualTo("powerOn main");
        await(() -> state().equals("RUNNING"));
        return service;
    }

    @Test
    void theServerIsCreatedWithAllItNeedsAndStartedInTheBackground() throws Exception {
        engine.startGate = new CountDownLatch(1);

        JsonNode created = emulator.service(
                "orders",
                "{'service_name':'main','service_type':'pg','plan':'startup-4','user_config':{'pg_version':'16','backup_hour':null,'admin_password':'chosen-by-me'}}");

        assertThat(created.at("/components/0/port").asInt()).isEqualTo(4711);
        assertThat(created.path("components")).hasSize(1);
        assertThat(created.path("service_uri").asText())
                .isEqualTo("postgres://avnadmin:chosen-by-me@localhost:4711/defaultdb?sslmode=require");
        EngineRequest request = engine.requests.get(0);
        assertThat(request.project()).isEqualTo("orders");
        assertThat(request.plan()).isEqualTo("startup-4");
        assertThat(request.userConfig()).isEqualTo(Map.of("pg_version", "16"));
        assertThat(request.admin().username()).isEqualTo("avnadmin");
        assertThat(request.admin().password()).isEqualTo("chosen-by-me");
        assertThat(request.toString()).doesNotContain("chosen-by-me", "PRIVATE");
        assertThat(request.tls().caPem())
                .isEqualTo(emulator.get("/project/orders/kms/ca")
                        .at("/certificate")
                        .asText());
        CertificateFactory certificates = CertificateFactory.getInstance("X.509");
        X509Certificate ca = (X509Certificate) certificates.generateCertificate(
                new ByteArrayInputStream(request.tls().caPem().getBytes(StandardCharsets.US_ASCII)));
        X509Certificate server = (X509Certificate) certificates.generateCertificate(
                new ByteArrayInputStream(request.tls().certificatePem().getBytes(StandardCharsets.US_ASCII)));
        server.verify(ca.getPublicKey());
        assertThat(server.getSubjectAlternativeNames().stream()
                        .map(name -> name.get(1).toString()))
                .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(engine.nextCall()).isEqualTo("create main");
        assertThat(engine.nextCall()).isEqualTo("powerOn main");
        assertThat(state()).isEqualTo("REBUILDING");

        engine.startGate.countDown();
        await(() -> state().equals("RUNNING"));
    }

    @Test
    void deletionAnswersAtOnceAndTheServerIsRemoved() throws Exception {
        createRunning();

        assertThat(emulator.delete(SERVICE).status()).isEqualTo(200);

        assertThat(emulator.get(SERVICE).status()).isEqualTo(404);
        assertThat(engine.nextCall()).isEqualTo("close main");
    }

    @Test
    void deletionInterruptsAStartingServer() throws Exception {
        engine.startGate = new CountDownLatch(1);
        emulator.service("orders", "main", "pg", "startup-4");
        engine.nextCall();
        engine.nextCall();

        assertThat(emulator.delete(SERVICE).status()).isEqualTo(200);

        assertThat(engine.nextCall()).isEqualTo("interrupted main");
        assertThat(engine.nextCall()).isEqualTo("close main");
        emulator.emulator().close();
        assertThat(engine.calls).isEmpty();
    }

    @Test
    void closingTheEmulatorRemovesServersAlsoStartingOnesAndLeavesNoThread() throws Exception {
        createRunning();
        engine.startGate = new CountDownLatch(1);
        emulator.service("orders", "second", "pg", "startup-4");
        engine.nextCall();
        engine.nextCall();

        emulator.emulator().close();
        emulator.emulator().close();

        assertThat(engine.calls).containsExactlyInAnyOrder("close main", "interrupted second", "close second");
        await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("aiven-emulator")));
    }

    @Test
    void powerGoesOffAndOnWithTheSameServer() throws Exception {
        createRunning();

        emulator.put(SERVICE, "{'powered':false}");
        assertThat(state()).isEqualTo("POWEROFF");
        assertThat(engine.nextCall()).isEqualTo("powerOff main");
        emulator.put(SERVICE, "{'powered':true}");
        assertThat(engine.nextCall()).isEqualTo("powerOn main");
        await(() -> state().equals("RUNNING"));
    }

    @Test
    void powerOffInterruptsAStartingServer() throws Exception {
        engine.startGate = new CountDownLatch(1);
        emulator.service("orders", "main", "pg", "startup-4");
        engine.nextCall();
        engine.nextCall();

        emulator.put(SERVICE, "{'powered':false}");

        assertThat(engine.nextCall()).isEqualTo("interrupted main");
        assertThat(engine.nextCall()).isEqualTo("powerOff main");
        assertThat(state()).isEqualTo("POWEROFF");
    }

    @Test
    void aServerThatDoesNotStartKeepsTheServiceRebuildingAndSaysWhy() throws Exception {
        engine.startFailure = Optional.of("no space left on device");
        emulator.service("orders", "main", "pg", "startup-4");
        await(() -> emulator.emulator().failure("orders", "main").isPresent());

        JsonNode service = emulator.read("orders", "main");
        assertThat(service.path("state").asText()).isEqualTo("REBUILDING");
        assertThat(emulator.emulator().failure("orders", "main"))
                .contains("The server did not start: no space left on device");
        assertThat(emulator.get("/project/orders/events")
                        .at("/events/0/event_desc")
                        .asText())
                .isEqualTo("The server did not start: no space left on device");
        assertThat(logged(Level.ERROR))
                .containsExactly("The server of orders/main did not start; the service stays REBUILDING. "
                        + "Fix the cause and power it off and on.");

        engine.startFailure = Optional.empty();
        emulator.put(SERVICE, "{'powered':false}");
        emulator.put(SERVICE, "{'powered':true}");
        await(() -> state().equals("RUNNING"));
        assertThat(emulator.emulator().failure("orders", "main")).isEmpty();
    }

    @Test
    void anEngineThatCannotCreateAServerKeepsTheServiceRebuilding() {
        engine.createFailure = Optional.of("no binaries");

        JsonNode created = emulator.service("orders", "main", "pg", "startup-4");

        assertThat(created.at("/components/0/host").asText()).isEqualTo("localhost");
        assertThat(state()).isEqualTo("REBUILDING");
        assertThat(emulator.get("/project/orders/events")
                        .at("/events/0/event_desc")
                        .asText())
                .isEqualTo("The server did not start: no binaries");
        assertThat(emulator.delete(SERVICE).status()).isEqualTo(200);
    }

    @Test
    void anObjectionRefusesTheService() {
        engine.objection = Optional.of("There is no PostgreSQL for this machine. Use another.");

        assertThat(emulator.post(
                                "/project/orders/service",
                                "{'service_name':'main','service_type':'pg','plan':'startup-4'}")
                        .message())
                .isEqualTo("400 There is no PostgreSQL for this machine. Use another.");
        assertThat(emulator.emulator().dataPlane("pg", Map.of()))
                .isEqualTo(new DataPlane.Unavailable("There is no PostgreSQL for this machine. Use another."));
    }

    @Test
    void theDataPlaneOfATypeIsTold() {
        assertThat(emulator.emulator().dataPlane("pg", Map.of("pg_version", "16")))
                .isEqualTo(new DataPlane.Served("Recorder 16"));
        assertThat(emulator.emulator().dataPlane("flink", Map.of()))
                .isEqualTo(new DataPlane.ControlPlaneOnly(
                        "Nothing listens behind emulated flink services, only the API answers for them; "
                                + "run against Aiven to use one."));
        assertThat(emulator.emulator().dataPlane("cobol", Map.of()))
                .isEqualTo(new DataPlane.Unavailable(
                        "The emulator does not know the service type 'cobol'. Use one of alloydbomni, clickhouse, "
                                + "dragonfly, flink, grafana, kafka, kafka_connect, kafka_mirrormaker, mysql, "
                                + "opensearch, pg, thanos, valkey."));
    }

    @Test
    void anEngineWithoutAProgramLeavesItsServicesToTheApiAndSaysWhy() {
        String reason = "Nothing listens behind emulated pg services, for want of a program; install one.";
        engine.absence = Optional.of(reason);
        engine.objection = Optional.of("Not asked for.");

        assertThat(emulator.emulator().dataPlane("pg", Map.of())).isEqualTo(new DataPlane.ControlPlaneOnly(reason));
        emulator.service("orders", "main", "pg", "startup-4");
        await(() -> state().equals("RUNNING"));
        assertThat(engine.calls).isEmpty();
        assertThat(logged(Level.WARN)).containsExactly(reason);
    }

    @Test
    void theFirstServiceOfATypeWithoutAServerIsWarnedAbout() {
        emulator.service("orders", "one", "kafka", "business-4");
        emulator.service("orders", "two", "kafka", "business-4");

        assertThat(logged(Level.WARN))
                .containsExactly(
                        "Nothing listens behind emulated kafka services, only the API answers for them; "
                                + "add io.github.aivenjunit:aiven-junit-engine-kafka to the test classpath to get a real server.");
    }

    @Test
    void usersAndDatabasesReachTheServer() throws Exception {
        createRunning();

        JsonNode user = emulator.post(SERVICE + "/user", "{'username':'app'}").at("/user");
        assertThat(engine.nextCall())
                .isEqualTo("createUser app " + user.path("password").asText());
        JsonNode reset = emulator.put(SERVICE + "/user/app", "{'operation':'reset-credentials'}")
                .at("/service/users/1");
        assertThat(engine.nextCall())
                .isEqualTo("changePassword app " + reset.path("password").asText());
        assertThat(reset.path("password")).isNotEqualTo(user.path("password"));
        emulator.delete(SERVICE + "/user/app");
        assertThat(engine.nextCall()).isEqualTo("dropUser app");
        emulator.post(SERVICE + "/db", "{'database':'app'}");
        assertThat(engine.nextCall()).isEqualTo("createDatabase app");
        emulator.delete(SERVICE + "/db/app");
        assertThat(engine.nextCall()).isEqualTo("dropDatabase app");
    }

    @Test
    void databasesThatClientsMadeOrDroppedThemselvesAreKnown() throws Exception {
        createRunning();
        engine.databases.add("by-client");

        assertThat(emulator.get(SERVICE + "/db").json().findValuesAsText("database_name"))
                .containsExactly("by-client", "defaultdb");
        assertThat(emulator.post(SERVICE + "/db", "{'database':'by-client'}").message())
                .isEqualTo("409 Service database 'by-client' already exists");
        assertThat(emulator.delete(SERVICE + "/db/by-client").status()).isEqualTo(200);
        assertThat(engine.databases).containsExactly("defaultdb");
        engine.databases.clear();
        assertThat(emulator.post(SERVICE + "/db", "{'database':'defaultdb'}").status())
                .isEqualTo(200);
    }

    @Test
    void whatIsAskedForWhileTheServerStartsIsDoneBeforeItIsRunning() throws Exception {
        engine.startGate = new CountDownLatch(1);
        emulator.service("orders", "main", "pg", "startup-4");
        engine.nextCall();
        engine.nextCall();

        assertThat(emulator.post(SERVICE + "/db", "{'database':'early'}").status())
                .isEqualTo(200);
        assertThat(emulator.post(SERVICE + "/db", "{'database':'early'}").message())
                .isEqualTo("409 Service database 'early' already exists");
        assertThat(emulator.get(SERVICE + "/db").json().findValuesAsText("database_name"))
                .containsExactly("defaultdb", "early");
        assertThat(engine.calls).isEmpty();
        engine.startGate.countDown();

        await(() -> state().equals("RUNNING"));
        assertThat(engine.calls).containsExactly("createDatabase early");
    }

    @Test
    void aServerThatFailsAtAChangeIsAPassingErrorAndChangesNothing() throws Exception {
        createRunning();
        engine.brokenDatabases = true;

        assertThat(emulator.post(SERVICE + "/user", "{'username':'app'}").message())
                .isEqualTo("503 An error occurred. Please try again later.");
        assertThat(emulator.get(SERVICE + "/user/app").status()).isEqualTo(404);
        engine.brokenDatabases = false;
        assertThat(emulator.post(SERVICE + "/user", "{'username':'app'}").status())
                .isEqualTo(200);
    }

    @Test
    void behindASingleServerTheReplicaIsTheServerItself() {
        JsonNode components =
                emulator.service("orders", "main", "pg", "business-4").path("components");

        assertThat(components.findValuesAsText("usage")).containsExactly("primary", "replica");
        assertThat(components.findValuesAsText("component")).containsExactly("pg", "pg");
        assertThat(components.findValuesAsText("port")).containsExactly("4711", "4711");
    }

    @Test
    void allCredentialsOfAServerAreResetTogether() throws Exception {
        createRunning();
        emulator.post(SERVICE + "/user", "{'username':'app'}");
        engine.nextCall();

        List<String> passwords = emulator.put(SERVICE + "/credentials/reset", "{}")
                .at("/service/users")
                .findValuesAsText("password");

        assertThat(engine.nextCall()).isEqualTo("changePassword avnadmin " + passwords.get(0));
        assertThat(engine.nextCall()).isEqualTo("changePassword app " + passwords.get(1));
    }

    @Test
    void aRunningServerKeepsItsVersion() throws Exception {
        createRunning();

        assertThat(emulator.put(SERVICE, "{'user_config':{'pg_version':'18'}}").message())
                .isEqualTo("400 The emulator cannot turn Recorder 17 into Recorder 18. "
                        + "Create a new service, or run against Aiven.");
        assertThat(emulator.put(SERVICE, "{'user_config':{'work_mem':4}}").status())
                .isEqualTo(200);
    }

    @Test
    void noSecretIsLogged() throws Exception {
        JsonNode service = createRunning();
        emulator.post(SERVICE + "/user", "{'username':'app'}");
        engine.brokenDatabases = true;
        emulator.post(SERVICE + "/db", "{'database':'app'}");
        emulator.emulator().close();

        String password = service.at("/users/0/password").asText();
        assertThat(log.list).isNotEmpty();
        assertThat(log.list.toString() + emulator.emulator())
                .doesNotContain(password, emulator.emulator().token(), "AVNS_");
    }
}
