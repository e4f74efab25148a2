package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.time.BuildTimes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the control plane asks of a PostgreSQL server beyond users and databases, told by one that only remembers. */
class PostgresEngineContractTests {

    private static final String SERVICES = "/project/orders/service";
    private static final String POOLS = SERVICES + "/main/connection_pool";

    private final RecordingEngine engine = new RecordingEngine();

    @RegisterExtension
    final TestEmulator emulator =
            new TestEmulator(builder -> builder.engines(List.of(engine)).buildTimes(BuildTimes.fixed(Duration.ZERO)));

    @BeforeEach
    void createProject() {
        emulator.project("orders");
    }

    private void createRunning() throws InterruptedException {
        emulator.service("orders", "main", "pg", "startup-4");
        assertThat(engine.nextCall()).isEqualTo("create main");
        assertThat(engine.nextCall()).isEqualTo("powerOn main");
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
    void theServerMakesChangesAndDropsPools() throws Exception {
        createRunning();
        engine.databases.add("byclient");

        emulator.post(POOLS, "{'pool_name':'a','database':'byclient'}");
        emulator.put(POOLS + "/a", "{'pool_size':3}");
        emulator.delete(POOLS + "/a");

        assertThat(engine.nextCall())
                .isEqualTo("createPool ConnectionPool[name=a, database=byclient, user=Optional.empty,"
                        + " mode=transaction, size=10]");
        assertThat(engine.nextCall())
                .isEqualTo("alterPool ConnectionPool[name=a, database=byclient, user=Optional.empty,"
                        + " mode=transaction, size=3]");
        assertThat(engine.nextCall()).isEqualTo("dropPool a");
        assertThat(emulator.post(POOLS, "{'pool_name':'b','database':'missing'}")
                        .message())
                .isEqualTo("404 Service database 'missing' does not exist");
    }

    @Test
    void aPoolThatTheServerRefusesIsNotListed() throws Exception {
        createRunning();
        engine.brokenDatabases = true;

        assertThat(emulator.post(POOLS, "{'pool_name':'a','database':'defaultdb'}")
                        .message())
                .isEqualTo("503 An error occurred. Please try again later.");
        assertThat(emulator.read("orders", "main").path("connection_pools")).isEmpty();
    }

    @Test
    void aServerThatIsStartingGetsItsPoolsBeforeTheServiceRuns() throws Exception {
        engine.startGate = new CountDownLatch(1);
        emulator.service("orders", "main", "pg", "startup-4");
        emulator.post(POOLS, "{'pool_name':'a','database':'defaultdb'}");
        engine.startGate.countDown();
        awaitRunning();

        assertThat(engine.calls)
                .contains("createPool ConnectionPool[name=a, database=defaultdb, user=Optional.empty,"
                        + " mode=transaction, size=10]");
    }

    @Test
    void extensionsAreThoseOfTheServerAndUnknownWhileItStarts() throws Exception {
        engine.startGate = new CountDownLatch(1);
        emulator.service("orders", "main", "pg", "startup-4");
        String extensions = SERVICES + "/main/pg/available-extensions";
        assertThat(emulator.get(extensions).message()).isEqualTo("503 An error occurred. Please try again later.");
        engine.startGate.countDown();
        awaitRunning();

        assertThat(emulator.get(extensions).text())
                .isEqualTo("{\"extensions\":[{\"default_version\":\"1.8\",\"name\":\"hstore\","
                        + "\"versions\":[\"1.7\",\"1.8\"]}]}");
    }

    @Test
    void aForkAndAReplicaAreMadeFromTheirSourcesServer() throws Exception {
        createRunning();

        emulator.service(
                "orders",
                "{'service_name':'fork','service_type':'pg','plan':'startup-4','user_config':"
                        + "{'service_to_fork_from':'main'}}");
        assertThat(engine.nextCall()).isEqualTo("FORK of main");
        emulator.service(
                "orders",
                "{'service_name':'replica','service_type':'pg','plan':'startup-4','user_config':"
                        + "{'service_to_fork_from':'main','pg_read_replica':true}}");

        assertThat(engine.requests.get(2).userConfig())
                .isEqualTo(Map.of("service_to_fork_from", "main", "pg_read_replica", true));
        assertThat(engine.requests.get(2).admin().password())
                .isEqualTo(engine.requests.get(0).admin().password());
        assertThat(engine.requests.get(1).admin().password())
                .isNotEqualTo(engine.requests.get(0).admin().password());
    }

    @Test
    void whatACopyOfARealServerCannotBeIsRefused() throws Exception {
        createRunning();

        assertThat(emulator.post(
                                SERVICES,
                                "{'service_name':'fork','service_type':'pg','plan':'startup-4','user_config':"
                                        + "{'service_to_fork_from':'main','pg_version':'18'}}")
                        .message())
                .isEqualTo("400 The emulator cannot start a copy of Recorder 17 with pg_version 18. Leave it out, or"
                        + " run against Aiven.");
        assertThat(emulator.post(
                                SERVICES,
                                "{'service_name':'fork','service_type':'pg','plan':'startup-4','user_config':"
                                        + "{'service_to_fork_from':'main','recovery_target_time':"
                                        + "'2026-11-20T10:00:00Z'}}")
                        .message())
                .isEqualTo("400 The emulator keeps no backups. Leave recovery_target_time and"
                        + " recovery_basebackup_name out to copy the present data, or run against Aiven.");
    }
}
