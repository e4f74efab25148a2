package io.github.aivenjunit.engine.clickhouse.internal;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.DatabaseServer;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.NativeServer;
import io.github.aivenjunit.emulator.engine.ReservedPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One server. Its directory is made at the first start; a power cycle stops it cleanly and keeps all data, as Aiven
 * restores the last backup.
 */
public final class ClickHouseInstance implements DatabaseServer {

    private static final Logger logger = LoggerFactory.getLogger(ClickHouseInstance.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(20);

    private final NativeHost host;
    private final ServerProgram program;
    private final EngineRequest request;
    private final ReservedPort httpsPort;
    private final ReservedPort nativePort;
    private final ServerFiles files;
    private final HttpsSession session;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable NativeServer server;
    private volatile boolean closed;

    private ClickHouseInstance(
            NativeHost host,
            ServerProgram program,
            EngineRequest request,
            ReservedPort httpsPort,
            ReservedPort nativePort) {
        this.host = host;
        this.program = program;
        this.request = request;
        this.httpsPort = httpsPort;
        this.nativePort = nativePort;
        this.files = new ServerFiles(request.tls(), httpsPort.number(), nativePort.number());
        this.session = new HttpsSession(
                httpsPort.number(), files.management(), request.tls().caPem());
    }

    /** Reserves the ports of a server that does not run yet. */
    public static ClickHouseInstance create(NativeHost host, ServerProgram program, EngineRequest request)
            throws IOException {
        ReservedPort httpsPort = ReservedPort.reserve();
        try {
            return new ClickHouseInstance(host, program, request, httpsPort, ReservedPort.reserve());
        } catch (IOException noPort) {
            httpsPort.close();
            throw noPort;
        }
    }

    @Override
    public List<EngineEndpoint> endpoints() {
        return List.of(
                new EngineEndpoint("clickhouse", "localhost", nativePort.number()),
                new EngineEndpoint("clickhouse_https", "localhost", httpsPort.number()));
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
            httpsPort.close();
            nativePort.close();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<String> databases() throws IOException {
        return query("SELECT name FROM system.databases WHERE name NOT IN"
                + " ('system', 'information_schema', 'INFORMATION_SCHEMA') ORDER BY name FORMAT TSVRaw");
    }

    @Override
    public void createDatabase(String name) throws IOException {
        query("CREATE DATABASE " + Sql.name(name));
    }

    @Override
    public void dropDatabase(String name) throws IOException {
        query("DROP DATABASE " + Sql.name(name) + " SYNC");
    }

    @Override
    public void createUser(Credentials user) throws IOException {
        query("CREATE USER " + Sql.name(user.username()) + Sql.identified(user.password()));
    }

    /** Sessions that are open stay open, as is the server's way. */
    @Override
    public void changePassword(Credentials user) throws IOException {
        query("ALTER USER " + Sql.name(user.username()) + Sql.identified(user.password()));
    }

    @Override
    public void dropUser(String username) throws IOException {
        query("DROP USER " + Sql.name(username));
    }

    @Override
    public String toString() {
        return "ClickHouseInstance[" + request.project() + "/" + request.service() + "]";
    }

    private NativeServer startNew() throws IOException, InterruptedException {
        // Nothing is kept when the service is deleted, so there is nothing that a gentler signal would be good for.
        NativeServer created = host.newServer("clickhouse", "KILL");
        try {
            files.writeTo(created);
            start(created, true);
            return created;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            created.close();
            throw failure;
        }
    }

    private void start(NativeServer starting, boolean first) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        // A process that watches over the server would survive it for a moment; the shell watches already.
        List<String> command = new ArrayList<>(List.of("/usr/bin/env", "CLICKHOUSE_WATCHDOG_ENABLE=0"));
        command.addAll(program.command());
        command.add("--config-file=" + ServerFiles.configuration(starting));
        starting.start(command);
        try {
            awaitSessions(starting, first, begin + START_PATIENCE.toNanos());
        } catch (IOException | InterruptedException | RuntimeException failure) {
            starting.stop("KILL", STOP_PATIENCE);
            throw failure;
        }
        logger.debug(
                "{} of service {} accepts sessions on ports {} and {} after {} ms",
                program,
                request.service(),
                httpsPort.number(),
                nativePort.number(),
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    private void awaitSessions(NativeServer starting, boolean first, long deadline)
            throws IOException, InterruptedException {
        while (!acceptsSession(first)) {
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

    private boolean acceptsSession(boolean first) throws IOException, InterruptedException {
        try {
            session.query("SELECT 1");
        } catch (ClickHouseException refusal) {
            throw refusal;
        } catch (IOException unreachable) {
            logger.trace("No session yet", unreachable);
            return false;
        }
        if (first) {
            String admin = Sql.name(request.admin().username());
            session.query(
                    "CREATE USER " + admin + Sql.identified(request.admin().password()));
            session.query("GRANT CURRENT GRANTS ON *.* TO " + admin + " WITH GRANT OPTION");
        }
        return true;
    }

    private List<String> query(String statement) throws IOException {
        lock.lock();
        try {
            if (server == null || !server.running()) {
                throw new IOException("Service " + request.service() + " is not running. Power it on first.");
            }
            return session.query(statement);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
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
}
