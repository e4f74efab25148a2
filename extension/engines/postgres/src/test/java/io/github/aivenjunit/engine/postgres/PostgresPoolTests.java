package io.github.aivenjunit.engine.postgres;

import static io.github.aivenjunit.engine.postgres.PostgresServers.ADMIN;
import static io.github.aivenjunit.engine.postgres.PostgresServers.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.ConnectionPool;
import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.PooledServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pooler before a real server, with a real client that verifies certificates. */
class PostgresPoolTests {

    @RegisterExtension
    final PostgresServers servers = new PostgresServers();

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private PooledServer start() throws IOException, InterruptedException {
        return (PooledServer) servers.start();
    }

    private static ConnectionPool pool(String name, int size) {
        return new ConnectionPool(name, "defaultdb", Optional.empty(), "transaction", size);
    }

    private static int port(PooledServer server) {
        assertThat(server.endpoints().get(1).component()).isEqualTo("pgbouncer");
        return server.endpoints().get(1).port();
    }

    private Connection connect(PooledServer server, String pool) throws SQLException {
        return connect(server, pool, ADMIN, Map.of());
    }

    private Connection connect(PooledServer server, String pool, Credentials user, Map<String, String> more)
            throws SQLException {
        return servers.connect("localhost:" + port(server) + "/" + pool, user, more);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 10 s").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    @Test
    void aVerifiedClientReachesThePoolsDatabaseUnderThePoolsName() throws Exception {
        PooledServer server = start();
        server.createDatabase("orders");
        server.createPool(new ConnectionPool("orders pool", "orders", Optional.empty(), "session", 5));

        try (Connection connection = connect(server, "orders%20pool")) {
            assertThat(query(connection, "SELECT current_user || '@' || current_database()"))
                    .containsExactly("avnadmin@orders");
            assertThat(query(connection, "SHOW client_encoding")).containsExactly("UTF8");
        }
    }

    @Test
    void muchDataPassesInBothDirectionsAtOnce() throws Exception {
        PooledServer server = start();
        server.createPool(pool("bulk", 2));
        byte[] sent = new byte[8 << 20];
        new Random(1).nextBytes(sent);

        try (Connection connection = connect(server, "bulk");
                PreparedStatement echo = connection.prepareStatement("SELECT ?::bytea")) {
            echo.setBytes(1, sent);
            try (ResultSet row = echo.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getBytes(1)).isEqualTo(sent);
            }
        }
    }

    @Test
    void aClientBeyondThePoolsSizeWaitsUntilAnotherOneLeaves() throws Exception {
        PooledServer server = start();
        server.createPool(pool("narrow", 1));

        Connection first = connect(server, "narrow");
        assertThatThrownBy(() -> connect(server, "narrow", ADMIN, Map.of("socketTimeout", "1")))
                .hasRootCauseMessage("Read timed out");
        Future<Connection> second = threads.submit(() -> connect(server, "narrow"));
        first.close();

        try (Connection connection = second.get(10, TimeUnit.SECONDS)) {
            assertThat(query(connection, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void aPoolThatGrowsLetsThoseInWhoWait() throws Exception {
        PooledServer server = start();
        server.createPool(pool("narrow", 1));

        try (Connection first = connect(server, "narrow")) {
            Future<Connection> second = threads.submit(() -> connect(server, "narrow"));
            server.alterPool(pool("narrow", 2));

            second.get(10, TimeUnit.SECONDS).close();
            assertThat(query(first, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void whoeverWaitsForAPoolThatIsDroppedIsTurnedAwayAndItsConnectionsEnd() throws Exception {
        PooledServer server = start();
        server.createPool(pool("narrow", 1));
        Connection first = connect(server, "narrow");
        Future<Connection> second = threads.submit(() -> connect(server, "narrow"));

        server.dropPool("narrow");

        assertThatThrownBy(() -> query(first, "SELECT 1")).hasMessageContaining("I/O error");
        first.close();
        assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS))
                .hasRootCauseMessage("FATAL: no such database: narrow");
        assertThatThrownBy(() -> server.dropPool("narrow"))
                .hasMessage("Service orders has no pool narrow. Create it first.");
    }

    @Test
    void aPoolWithAUserTakesThatUserAlone() throws Exception {
        PooledServer server = start();
        Credentials app = new Credentials("app", "AVNS_app");
        server.createUser(app);
        server.createPool(new ConnectionPool("apps", "defaultdb", Optional.of("app"), "session", 5));

        try (Connection connection = connect(server, "apps", app, Map.of())) {
            assertThat(query(connection, "SELECT current_user")).containsExactly("app");
        }
        assertThatThrownBy(() -> connect(server, "apps"))
                .hasMessage("FATAL: pool \"apps\" is for user \"app\", and the emulated pooler cannot connect user"
                        + " \"avnadmin\" as another one. Log in as \"app\".");
    }

    @Test
    void strangersAreRefused() throws Exception {
        PooledServer server = start();
        server.createPool(pool("main", 5));

        assertThatThrownBy(() -> connect(server, "main", new Credentials("avnadmin", "AVNS_wrong"), Map.of()))
                .hasMessage("FATAL: password authentication failed for user \"avnadmin\"");
        // The socket behind the pooler lets the superuser in without a password.
        assertThatThrownBy(() -> connect(server, "main", new Credentials("postgres", "any"), Map.of()))
                .hasMessage("FATAL: password authentication failed for user \"postgres\"");
        assertThatThrownBy(() -> connect(server, "defaultdb")).hasMessage("FATAL: no such database: defaultdb");
        assertThatThrownBy(() -> connect(server, "main", ADMIN, Map.of("sslmode", "disable")))
                .hasMessage("FATAL: SSL required");
        assertThatThrownBy(() -> connect(server, "main", ADMIN, Map.of("channelBinding", "require")))
                .hasMessageContaining("hannel");
    }

    @Test
    void aStatementIsCancelledThroughThePooler() throws Exception {
        PooledServer server = start();
        server.createPool(pool("main", 5));

        try (Connection connection = connect(server, "main");
                Statement statement = connection.createStatement()) {
            String pid = query(connection, "SELECT pg_backend_pid()").get(0);
            Future<?> sleep = threads.submit(() -> statement.execute("SELECT pg_sleep(60)"));
            await(() -> sleeps(server, pid));
            statement.cancel();

            assertThatThrownBy(() -> sleep.get(10, TimeUnit.SECONDS))
                    .hasRootCauseMessage("ERROR: canceling statement due to user request");
        }
    }

    private boolean sleeps(PooledServer server, String pid) {
        try {
            return servers.query(server, "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND pid = " + pid)
                    .contains("1");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void poolsStayOverAPowerCycleAndTheirConnectionsDoNot() throws Exception {
        PooledServer server = start();
        server.createPool(pool("main", 1));
        Connection before = connect(server, "main");
        int port = port(server);

        server.powerOff();
        assertThatThrownBy(() -> new Socket("localhost", port).close()).isInstanceOf(ConnectException.class);
        server.powerOn();

        assertThatThrownBy(() -> query(before, "SELECT 1")).isInstanceOf(SQLException.class);
        before.close();
        assertThat(port(server)).isEqualTo(port);
        connect(server, "main").close();
    }

    @Test
    void aClosedServerLeavesNoThreadAndNoClientBehind() throws Exception {
        PooledServer server = start();
        server.createPool(pool("main", 1));
        Connection open = connect(server, "main");
        CountDownLatch asked = new CountDownLatch(1);
        Future<?> waiting = threads.submit(() -> {
            asked.countDown();
            return connect(server, "main");
        });
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        server.close();

        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> query(open, "SELECT 1")).isInstanceOf(SQLException.class);
        open.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("pooler"));
    }

    @Test
    void aNameIsTakenByOnePool() throws Exception {
        PooledServer server = start();
        server.createPool(pool("main", 1));

        assertThatThrownBy(() -> server.createPool(pool("main", 2)))
                .hasMessage("Service orders has a pool main already. Choose another name.");
        assertThatThrownBy(() -> server.alterPool(pool("other", 2)))
                .hasMessage("Service orders has no pool other. Create it first.");
    }
}
