package io.github.aivenjunit.engine.postgres;

import static io.github.aivenjunit.engine.postgres.PostgresServers.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.CopyKind;
import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.DatabaseServer;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Forks and read replicas of real servers. */
class PostgresCopyTests {

    private static final Credentials APP = new Credentials("app", "AVNS_app");
    private static final Credentials FORK_ADMIN = new Credentials("avnadmin", "AVNS_fork");

    @RegisterExtension
    final PostgresServers servers = new PostgresServers();

    private DatabaseServer source() throws Exception {
        DatabaseServer source = servers.start();
        source.createUser(APP);
        source.createDatabase("shop");
        servers.query(source, "CREATE TABLE t AS SELECT 1 AS n");
        return source;
    }

    @Test
    void aForkHasTheUsersDatabasesAndRowsOfItsSourceAndItsOwnFirstPassword() throws Exception {
        DatabaseServer source = source();
        DatabaseServer fork = servers.copy(source, FORK_ADMIN, CopyKind.FORK);

        fork.powerOn();

        try (Connection connection = servers.connect(fork, FORK_ADMIN, "defaultdb")) {
            query(connection, "INSERT INTO t VALUES (2)");
            assertThat(query(connection, "SELECT n FROM t ORDER BY n")).containsExactly("1", "2");
        }
        servers.connect(fork, APP, "shop").close();
        assertThatThrownBy(() -> servers.connect(fork, PostgresServers.ADMIN, "defaultdb"))
                .hasMessage("FATAL: password authentication failed for user \"avnadmin\"");
        assertThat(servers.query(source, "SELECT n FROM t")).containsExactly("1");
    }

    @Test
    void aReadReplicaRefusesWritesAndShowsWhatItsSourceHeldWhenItStarted() throws Exception {
        DatabaseServer source = source();
        DatabaseServer replica = servers.copy(source, PostgresServers.ADMIN, CopyKind.READ_REPLICA);
        replica.powerOn();
        servers.query(source, "INSERT INTO t VALUES (2)");

        assertThat(servers.query(replica, "SELECT n FROM t")).containsExactly("1");
        assertThatThrownBy(() -> servers.query(replica, "INSERT INTO t VALUES (3)"))
                .hasMessage("ERROR: cannot execute INSERT in a read-only transaction");
        replica.powerOff();
        replica.powerOn();
        assertThatThrownBy(() -> servers.query(replica, "DROP TABLE t"))
                .hasMessage("ERROR: cannot execute DROP TABLE in a read-only transaction");

        DatabaseServer fork = servers.copy(replica, FORK_ADMIN, CopyKind.FORK);
        fork.powerOn();
        try (Connection connection = servers.connect(fork, FORK_ADMIN, "defaultdb")) {
            query(connection, "INSERT INTO t VALUES (4)");
        }
    }

    @Test
    void aSourceServesItsWritersWhileItIsCopiedAndTheCopyHasWhatWasCommittedBefore() throws Exception {
        DatabaseServer source = source();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (Connection writer = servers.connect(source)) {
            AtomicBoolean enough = new AtomicBoolean();
            CountDownLatch writing = new CountDownLatch(1);
            Future<Integer> written = threads.submit(() -> {
                int rounds = 0;
                while (!enough.get()) {
                    query(writer, "INSERT INTO t SELECT g FROM generate_series(1, 1000) g");
                    rounds++;
                    writing.countDown();
                }
                return rounds;
            });
            assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();
            int before = Integer.parseInt(
                    servers.query(source, "SELECT count(*) FROM t").get(0));
            DatabaseServer fork = servers.copy(source, FORK_ADMIN, CopyKind.FORK);
            fork.powerOn();
            enough.set(true);

            int after = 1 + 1000 * written.get(10, TimeUnit.SECONDS);
            try (Connection connection = servers.connect(fork, FORK_ADMIN, "defaultdb")) {
                int copied = Integer.parseInt(
                        query(connection, "SELECT count(*) FROM t").get(0));
                assertThat(copied).isBetween(before, after);
                assertThat((copied - 1) % 1000).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(servers.query(source, "SELECT count(*) FROM pg_replication_slots"))
                .containsExactly("0");
    }

    @Test
    void aSourceThatIsPoweredOffCanBeCopied() throws Exception {
        DatabaseServer source = source();
        source.powerOff();
        DatabaseServer fork = servers.copy(source, FORK_ADMIN, CopyKind.FORK);

        fork.powerOn();

        try (Connection connection = servers.connect(fork, FORK_ADMIN, "defaultdb")) {
            assertThat(query(connection, "SELECT n FROM t")).containsExactly("1");
        }
    }

    @Test
    void withoutASourceACopyDoesNotStart() throws Exception {
        DatabaseServer source = servers.create();
        DatabaseServer fork = servers.copy(source, FORK_ADMIN, CopyKind.FORK);

        assertThatThrownBy(fork::powerOn)
                .hasMessage("Service orders, which is to be copied, has no data yet. Wait until it is RUNNING.");
        source.close();
        assertThatThrownBy(fork::powerOn)
                .hasMessage("Service orders, which is to be copied, has no data any more. Name another one.");
    }

    @Test
    void aCopyOfAnotherVersionIsRefused() {
        DatabaseServer source = servers.create();
        EngineRequest request =
                new EngineRequest("project", "copy", "startup-4", Map.of("pg_version", "9"), FORK_ADMIN, servers.tls());

        assertThatThrownBy(() -> servers.engine().createCopy(request, source, CopyKind.FORK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("user_config\\.pg_version is 9, but the service to copy runs \\d+\\.\\d+\\."
                        + " Leave it out\\.");
    }
}
