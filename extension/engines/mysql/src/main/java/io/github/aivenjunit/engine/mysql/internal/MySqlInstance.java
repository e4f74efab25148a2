package io.github.aivenjunit.engine.mysql.internal;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.DatabaseServer;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.NativeServer;
import io.github.aivenjunit.emulator.engine.ReservedPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One server. Its directory is made at the first start; a power cycle stops it cleanly and keeps all data, as Aiven
 * restores the last backup with the binary log after it.
 */
public final class MySqlInstance implements DatabaseServer {

    private static final Logger logger = LoggerFactory.getLogger(MySqlInstance.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(3);
    private static final String FIRST_DATABASE = "defaultdb";

    private final NativeHost host;
    private final DataTemplate template;
    private final ServerProgram program;
    private final EngineRequest request;
    private final ReservedPort port;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable NativeServer server;
    private volatile boolean closed;

    private MySqlInstance(
            NativeHost host, DataTemplate template, ServerProgram program, EngineRequest request, ReservedPort port) {
        this.host = host;
        this.template = template;
        this.program = program;
        this.request = request;
        this.port = port;
    }

    /** Reserves the port of a server that does not run yet. */
    public static MySqlInstance create(
            NativeHost host, DataTemplate template, ServerProgram program, EngineRequest request) throws IOException {
        return new MySqlInstance(host, template, program, request, ReservedPort.reserve());
    }

    @Override
    public List<EngineEndpoint> endpoints() {
        return List.of(new EngineEndpoint("mysql", "localhost", port.number()));
    }

    @Override
    public void powerOn() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            if (closed) {
                throw deleted();
            }
            if (isRunning()) {
                return;
            }
            if (server == null) {
                server = startNew();
            } else {
                start(server, false);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void powerOff() {
        lock.lock();
        try {
            if (server != null) {
                server.stop("TERM", STOP_PATIENCE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        // Seen by a start that is under way, so that a service can be deleted while it builds.
        closed = true;
        lock.lock();
        try {
            if (server != null) {
                server.close();
                server = null;
            }
            port.close();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<String> databases() throws IOException {
        return inSession(session ->
                column(session.query("SELECT schema_name FROM information_schema.schemata WHERE schema_name NOT IN"
                        + " ('mysql', 'sys', 'information_schema', 'performance_schema') ORDER BY schema_name")));
    }

    @Override
    public void createDatabase(String name) throws IOException {
        inSession(session -> session.query("CREATE DATABASE " + Sql.name(name)));
    }

    @Override
    public void dropDatabase(String name) throws IOException {
        inSession(session -> session.query("DROP DATABASE " + Sql.name(name)));
    }

    @Override
    public void createUser(Credentials user) throws IOException {
        inSession(session -> createUser(session, user));
    }

    /** Sessions that are open stay open, as is the server's way. */
    @Override
    public void changePassword(Credentials user) throws IOException {
        inSession(session -> session.query(
                "ALTER USER " + Sql.account(user.username()) + " IDENTIFIED BY " + Sql.text(user.password())));
    }

    /** Ends the user's sessions. */
    @Override
    public void dropUser(String username) throws IOException {
        inSession(session -> {
            session.query("DROP USER " + Sql.account(username));
            // Without the user no new session can begin meanwhile.
            for (String id : column(session.query(
                    "SELECT id FROM information_schema.processlist WHERE user = " + Sql.text(username)))) {
                end(session, id);
            }
            return List.of();
        });
    }

    @Override
    public String toString() {
        return "MySqlInstance[" + request.project() + "/" + request.service() + "]";
    }

    private NativeServer startNew() throws IOException, InterruptedException {
        Path data = template.directory(program);
        // Nothing is kept when the service is deleted, so there is nothing that a gentler signal would be good for.
        NativeServer created = host.newServer("mysql", "KILL");
        try {
            created.copy(data, "data");
            ServerFiles.write(created, program, request, port.number());
            start(created, true);
            return created;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            created.close();
            throw failure;
        }
    }

    private void start(NativeServer starting, boolean first) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        starting.start(List.of(program.file().toString(), "--defaults-file=" + ServerFiles.configuration(starting)));
        try {
            awaitSessions(starting, first, begin + START_PATIENCE.toNanos());
        } catch (IOException | InterruptedException | RuntimeException failure) {
            starting.stop("KILL", STOP_PATIENCE);
            throw failure;
        }
        logger.debug(
                "{} of service {} accepts sessions on port {} after {} ms",
                program,
                request.service(),
                port.number(),
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    private void awaitSessions(NativeServer starting, boolean first, long deadline)
            throws IOException, InterruptedException {
        while (!acceptsSession(starting, first)) {
            if (closed) {
                throw deleted();
            }
            OptionalInt status = starting.awaitExit(POLL);
            if (status.isPresent()) {
                throw new IOException(program + " of service " + request.service() + " ended with status "
                        + status.getAsInt() + " while starting. See the end of its log." + starting.logTail());
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(program + " of service " + request.service() + " does not accept sessions after "
                        + START_PATIENCE.toSeconds() + " s. See the end of its log." + starting.logTail());
            }
        }
    }

    /** The server opens its sockets last, so its clients are accepted by then. */
    private boolean acceptsSession(NativeServer starting, boolean first) throws IOException, InterruptedException {
        if (!Files.exists(ServerFiles.socket(starting))) {
            return false;
        }
        try (MySqlSession session = MySqlSession.open(ServerFiles.socket(starting))) {
            if (first) {
                session.query("CREATE DATABASE " + FIRST_DATABASE);
                createUser(session, request.admin());
            }
            return true;
        } catch (MySqlException refusal) {
            throw refusal;
        } catch (IOException unreachable) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while the server started");
            }
            logger.trace("No session yet", unreachable);
            return false;
        }
    }

    /** What is kept back would reach this machine, its files or the server's process. */
    private static List<List<String>> createUser(MySqlSession session, Credentials user) throws IOException {
        String account = Sql.account(user.username());
        session.query("CREATE USER " + account + " IDENTIFIED BY " + Sql.text(user.password()));
        session.query("GRANT ALL PRIVILEGES ON *.* TO " + account + " WITH GRANT OPTION");
        return session.query("REVOKE SUPER, FILE, SHUTDOWN ON *.* FROM " + account);
    }

    private static void end(MySqlSession session, String id) throws IOException {
        try {
            session.query("KILL " + id);
        } catch (MySqlException endedByItself) {
            logger.trace("Session {} has ended", id, endedByItself);
        }
    }

    private static List<String> column(List<List<String>> rows) {
        return rows.stream().map(row -> row.get(0)).toList();
    }

    private <R> R inSession(Work<R> work) throws IOException {
        lock.lock();
        try {
            if (server == null || !server.running()) {
                throw new IOException("Service " + request.service() + " is not running. Power it on first.");
            }
            try (MySqlSession session = MySqlSession.open(ServerFiles.socket(server))) {
                return work.in(session);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isRunning() throws IOException, InterruptedException {
        return server != null && server.runs();
    }

    private IOException deleted() {
        return new IOException("Service " + request.service() + " was deleted. Create it again.");
    }

    @FunctionalInterface
    private interface Work<R> {

        R in(MySqlSession session) throws IOException;
    }
}
