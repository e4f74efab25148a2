package io.github.aivenjunit.engine.postgres.internal;

import io.github.aivenjunit.emulator.engine.ConnectionPool;
import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.ExtensibleServer;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.NativeServer;
import io.github.aivenjunit.emulator.engine.PooledServer;
import io.github.aivenjunit.emulator.engine.ReservedPort;
import io.github.aivenjunit.emulator.engine.ServerExtension;
import io.github.aivenjunit.engine.postgres.internal.pool.Pooler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One PostgreSQL server. Its directory is made at the first start; a power cycle stops it cleanly and keeps all data, as
 * Aiven restores the last backup with the write-ahead log after it.
 */
public final class PostgresInstance implements PooledServer, ExtensibleServer {

    private static final Logger logger = LoggerFactory.getLogger(PostgresInstance.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    /** Written once the data is the service's own, so that a start which was cut short begins anew. */
    private static final String COMPLETE = "complete";

    /** Those that need no superuser, nor a language's library from the host, which may lack it. */
    private static final String EXTENSIONS = "SELECT name, default_version, string_agg(version, ',' ORDER BY version)"
            + " FROM pg_available_extensions JOIN pg_available_extension_versions USING (name)"
            + " WHERE (trusted OR NOT superuser) AND name !~ '(^|_)pl(perl|python|tcl)'"
            + " GROUP BY name, default_version ORDER BY name";

    private final NativeHost host;
    private final Origin origin;
    private final Distribution distribution;
    private final EngineRequest request;
    private final ReservedPort port;
    private final ReservedPort poolPort;
    private final Pooler pooler;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable NativeServer server;
    private volatile boolean closed;

    private PostgresInstance(
            NativeHost host,
            Origin origin,
            Distribution distribution,
            EngineRequest request,
            ReservedPort port,
            ReservedPort poolPort) {
        this.host = host;
        this.origin = origin;
        this.distribution = distribution;
        this.request = request;
        this.port = port;
        this.poolPort = poolPort;
        this.pooler = new Pooler(request.service(), poolPort.number(), request.tls(), DataTemplate.SUPERUSER);
    }

    /** Reserves the ports of a server that does not run yet. */
    public static PostgresInstance create(
            NativeHost host, DataTemplate template, Distribution distribution, EngineRequest request)
            throws IOException {
        return create(host, new Origin.Template(template, distribution), distribution, request);
    }

    /** Reserves the ports of a server that will start with a copy of this one's data. */
    public PostgresInstance copy(EngineRequest copyRequest, boolean readOnly) throws IOException {
        return create(host, new Origin.Copy(this, readOnly), distribution, copyRequest);
    }

    private static PostgresInstance create(
            NativeHost host, Origin origin, Distribution distribution, EngineRequest request) throws IOException {
        ReservedPort port = request.reservePort("pg");
        try {
            return new PostgresInstance(host, origin, distribution, request, port, request.reservePort("pgbouncer"));
        } catch (IOException noPort) {
            port.close();
            throw noPort;
        }
    }

    /** What it runs. */
    public Distribution distribution() {
        return distribution;
    }

    @Override
    public List<EngineEndpoint> endpoints() {
        return List.of(
                new EngineEndpoint("pg", "localhost", port.number()),
                new EngineEndpoint("pgbouncer", "localhost", poolPort.number()));
    }

    @Override
    public void powerOn() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            if (closed) {
                throw PostgresStart.deleted(request);
            }
            if (server == null) {
                server = startNew();
            } else if (!isRunning()) {
                start(server, false);
            }
            pooler.start(socket(server));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void powerOff() {
        lock.lock();
        try {
            pooler.stop();
            if (server != null) {
                server.stop("INT", STOP_PATIENCE);
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
            pooler.stop();
            if (server != null) {
                if (remembers()) {
                    stopGently(server);
                }
                server.close();
                server = null;
            }
            port.close();
            poolPort.close();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<String> databases() throws IOException {
        return names("SELECT datname FROM pg_database WHERE datname NOT IN ('postgres', 'template0', 'template1')"
                + " AND NOT starts_with(datname, '_aiven') ORDER BY oid");
    }

    @Override
    public void createDatabase(String name) throws IOException {
        execute("CREATE DATABASE " + Sql.name(name) + " OWNER " + admin());
    }

    @Override
    public void dropDatabase(String name) throws IOException {
        execute("DROP DATABASE " + Sql.name(name) + " WITH (FORCE)");
    }

    @Override
    public void createUser(Credentials user) throws IOException {
        execute("CREATE ROLE " + Sql.name(user.username()) + " LOGIN PASSWORD " + Sql.text(user.password()));
    }

    @Override
    public void changePassword(Credentials user) throws IOException {
        execute("ALTER ROLE " + Sql.name(user.username()) + " PASSWORD " + Sql.text(user.password()));
    }

    /** Ends the user's sessions; what it owns becomes the first user's, since a role with property cannot be dropped. */
    @Override
    public void dropUser(String username) throws IOException {
        String role = Sql.name(username);
        execute("ALTER ROLE " + role + " NOLOGIN");
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = " + Sql.text(username));
        for (String database : names("SELECT datname FROM pg_database WHERE datallowconn")) {
            query(database, "REASSIGN OWNED BY " + role + " TO " + admin());
            query(database, "DROP OWNED BY " + role);
        }
        execute("DROP ROLE " + role);
    }

    @Override
    public void createPool(ConnectionPool pool) throws IOException {
        pooler.create(pool);
    }

    @Override
    public void alterPool(ConnectionPool pool) throws IOException {
        pooler.alter(pool);
    }

    @Override
    public void dropPool(String name) throws IOException {
        pooler.drop(name);
    }

    @Override
    public List<ServerExtension> extensions() throws IOException {
        return query(DataTemplate.OWN_DATABASE, EXTENSIONS).stream()
                .map(row -> new ServerExtension(
                        row.get(0), row.get(1), List.of(row.get(2).split(","))))
                .toList();
    }

    /** Copies the data into the directory of another server; this one's clients notice nothing. */
    void copyTo(Path target) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            if (server == null) {
                throw new IOException("Service " + request.service() + ", which is to be copied, has no data"
                        + (closed ? " any more. Name another one." : " yet. Wait until it is RUNNING."));
            }
            BaseBackup backup = new BaseBackup(server.directory().resolve("data"), target);
            if (isRunning()) {
                try (PostgresSession session = open(server, DataTemplate.OWN_DATABASE)) {
                    backup.take(session, distribution.version().major());
                }
            } else {
                backup.take();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean remembers() {
        return request.home().isPresent();
    }

    /** The name that the first user has in the data. */
    String adminName() {
        return request.admin().username();
    }

    @Override
    public String toString() {
        return "PostgresInstance[" + request.project() + "/" + request.service() + "]";
    }

    private static void stopGently(NativeServer running) {
        try {
            running.stop("INT", STOP_PATIENCE);
        } catch (IOException killed) {
            logger.warn("{} recovers its data at the next start: {}", running, killed.toString());
        }
    }

    private NativeServer startNew() throws IOException, InterruptedException {
        origin.prepare();
        NativeServer created = host.newServer("pg", "QUIT", request);
        try {
            boolean first = Files.notExists(created.directory().resolve(COMPLETE));
            if (first) {
                NativeServer.deleteTree(created.directory().resolve("data"));
                origin.fill(created);
            }
            Files.deleteIfExists(socket(created));
            created.write("data/server.crt", request.tls().certificatePem());
            created.write("data/server.key", request.tls().privateKeyPem());
            start(created, first);
            created.write(COMPLETE, "");
            return created;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            created.close();
            throw failure;
        }
    }

    private void start(NativeServer starting, boolean first) throws IOException, InterruptedException {
        new PostgresStart(host, origin, distribution, request, port.number(), () -> closed)
                .run(starting, socket(starting), first);
    }

    private void execute(String statement) throws IOException {
        query(DataTemplate.OWN_DATABASE, statement);
    }

    private List<String> names(String statement) throws IOException {
        return query(DataTemplate.OWN_DATABASE, statement).stream()
                .map(row -> row.get(0))
                .toList();
    }

    private List<List<String>> query(String database, String statement) throws IOException {
        lock.lock();
        try {
            if (server == null || !server.running()) {
                throw new IOException("Service " + request.service() + " is not running. Power it on first.");
            }
            try (PostgresSession session = open(server, database)) {
                return session.query(statement);
            }
        } finally {
            lock.unlock();
        }
    }

    private PostgresSession open(NativeServer running, String database) throws IOException {
        return PostgresSession.open(socket(running), DataTemplate.SUPERUSER, database);
    }

    private Path socket(NativeServer of) {
        return of.directory().resolve(".s.PGSQL." + port.number());
    }

    private boolean isRunning() throws IOException, InterruptedException {
        return server != null && server.runs();
    }

    private String admin() {
        return Sql.name(request.admin().username());
    }
}
