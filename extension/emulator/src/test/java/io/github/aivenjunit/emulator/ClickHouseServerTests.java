package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.engine.ClickHouseAnswer;
import io.github.aivenjunit.emulator.engine.ClickHouseRefusalException;
import io.github.aivenjunit.emulator.engine.ClickHouseServer;
import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.EngineInstance;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.ServiceEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the control plane asks of a ClickHouse server, told by one that only remembers. */
class ClickHouseServerTests {

    private static final String SERVICE = "/project/orders/service/main";
    private static final String DATABASES = SERVICE + "/clickhouse/db";
    private static final String USERS = SERVICE + "/clickhouse/user";
    private static final String QUERY = SERVICE + "/clickhouse/query";

    private final Server server = new Server();

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator(builder -> builder.engines(List.of(new Engine(server))));

    @BeforeEach
    void createProject() {
        emulator.project("orders");
    }

    private void createRunning() {
        server.startGate.countDown();
        emulator.service("orders", "main", "clickhouse", "business-16");
        awaitRunning();
    }

    private void awaitRunning() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!emulator.read("orders", "main").path("state").asText().equals("RUNNING")) {
            assertThat(System.nanoTime()).as("within 10 s").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    @Test
    void databasesAndUsersReachTheServer() {
        createRunning();

        emulator.post(DATABASES, "{'database':'app'}");
        server.databases.add("by_client");
        assertThat(emulator.get(DATABASES).at("/databases").findValuesAsText("name"))
                .containsExactly("app", "by_client", "default");
        assertThat(emulator.post(DATABASES, "{'database':'by_client'}").message())
                .isEqualTo("409 Service database 'by_client' already exists");
        emulator.delete(DATABASES + "/by_client");
        JsonNode user =
                emulator.post(USERS, "{'name':'app','password':'first-one'}").at("/user");
        String path = USERS + "/" + user.path("uuid").asText();
        emulator.put(path + "/password", "{'password':'second-one'}");
        emulator.delete(path);

        assertThat(server.calls)
                .containsExactly(
                        "createDatabase app",
                        "dropDatabase by_client",
                        "createUser app first-one",
                        "changePassword app second-one",
                        "dropUser app");
    }

    @Test
    void whatIsAskedForWhileTheServerStartsIsPendingAndThenDone() {
        emulator.service("orders", "main", "clickhouse", "business-16");
        emulator.post(DATABASES, "{'database':'app'}");

        assertThat(emulator.get(DATABASES).at("/databases").findValuesAsText("state"))
                .containsExactly("pending_creation", "ok");
        assertThat(emulator.post(QUERY, "{'database':'default','query':'SELECT 1'}")
                        .message())
                .isEqualTo("503 An error occurred. Please try again later.");
        server.startGate.countDown();
        awaitRunning();
        assertThat(server.calls).containsExactly("createDatabase app");
        assertThat(emulator.get(DATABASES).at("/databases").findValuesAsText("state"))
                .containsExactly("ok", "ok");
    }

    @Test
    void aStatementIsAnsweredByTheServer() {
        createRunning();

        assertThat(emulator.post(QUERY, "{'database':'default','query':'SELECT 1'}")
                        .text())
                .isEqualTo("{\"meta\":[{\"name\":\"1\",\"type\":\"UInt8\"}],\"data\":[[1,null]],"
                        + "\"summary\":{\"elapsed_ns\":5000000,\"read_rows\":3,\"result_rows\":1,\"written_rows\":0}}");
        assertThat(server.calls).containsExactly("query default SELECT 1");
    }

    @Test
    void aStatementThatTheServerRefusesIsABadRequestInItsWords() {
        createRunning();

        assertThat(emulator.post(QUERY, "{'database':'default','query':'SELEKT'}")
                        .message())
                .isEqualTo("400 Code: 62. DB::Exception: Syntax error");
    }

    private record Engine(Server server) implements ServiceEngine {

        @Override
        public String serviceType() {
            return "clickhouse";
        }

        @Override
        public String describe(Map<String, Object> userConfig) {
            return "Recorder";
        }

        @Override
        public Optional<String> objection(Map<String, Object> userConfig) {
            return Optional.empty();
        }

        @Override
        public EngineInstance create(EngineRequest request) {
            return server;
        }
    }

    private static final class Server implements ClickHouseServer {

        private final CountDownLatch startGate = new CountDownLatch(1);
        private final ConcurrentSkipListSet<String> databases = new ConcurrentSkipListSet<>(List.of("default"));
        private final List<String> calls = new CopyOnWriteArrayList<>();

        @Override
        public List<EngineEndpoint> endpoints() {
            return List.of(new EngineEndpoint("clickhouse", "localhost", 4711));
        }

        @Override
        public void powerOn() throws InterruptedException {
            startGate.await();
        }

        @Override
        public void powerOff() {
            // Nothing runs.
        }

        @Override
        public void close() {
            // Nothing runs.
        }

        @Override
        public List<String> databases() {
            return List.copyOf(databases);
        }

        @Override
        public void createDatabase(String name) {
            calls.add("createDatabase " + name);
            databases.add(name);
        }

        @Override
        public void dropDatabase(String name) {
            calls.add("dropDatabase " + name);
            databases.remove(name);
        }

        @Override
        public void createUser(Credentials user) {
            calls.add("createUser " + user.username() + " " + user.password());
        }

        @Override
        public void changePassword(Credentials user) {
            calls.add("changePassword " + user.username() + " " + user.password());
        }

        @Override
        public void dropUser(String username) {
            calls.add("dropUser " + username);
        }

        @Override
        public ClickHouseAnswer query(String database, String statement) throws IOException {
            if (statement.equals("SELEKT")) {
                throw new ClickHouseRefusalException("Code: 62. DB::Exception: Syntax error");
            }
            calls.add("query " + database + " " + statement);
            return new ClickHouseAnswer(
                    List.of(new ClickHouseAnswer.Column("1", "UInt8")), "[[1,null]]", 1, 3, 0, Duration.ofMillis(5));
        }
    }
}
