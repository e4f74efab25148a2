package io.github.aivenjunit.engine.postgres.internal;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.NativeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a server on data that is there, and waits until it accepts sessions. */
final class PostgresStart {

    private static final Logger logger = LoggerFactory.getLogger(PostgresStart.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(3);

    /** After a crash of the main process its children take a moment to notice, and PostgreSQL refuses to start. */
    private static final String STILL_ENDING = "pre-existing shared memory block";

    private final NativeHost host;
    private final Origin origin;
    private final Distribution distribution;
    private final EngineRequest request;
    private final int port;
    private final BooleanSupplier closed;

    /**
     * A start.
     *
     * @param closed whether the service is deleted meanwhile
     */
    PostgresStart(
            NativeHost host,
            Origin origin,
            Distribution distribution,
            EngineRequest request,
            int port,
            BooleanSupplier closed) {
        this.host = host;
        this.origin = origin;
        this.distribution = distribution;
        this.request = request;
        this.port = port;
        this.closed = closed;
    }

    static IOException deleted(EngineRequest request) {
        return new IOException("Service " + request.service() + " was deleted. Create it again.");
    }

    /** Returns once the server accepts sessions; ends it when it does not. */
    void run(NativeServer starting, Path socket, boolean first) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        List<String> command = List.of(
                distribution.home(host).resolve("bin/postgres").toString(),
                "-D",
                starting.directory().resolve("data").toString(),
                "-k",
                starting.directory().toString(),
                "-p",
                Integer.toString(port));
        starting.start(command);
        try {
            awaitSessions(starting, socket, command, first, begin + START_PATIENCE.toNanos());
        } catch (IOException | InterruptedException | RuntimeException failure) {
            starting.stop("QUIT", STOP_PATIENCE);
            throw failure;
        }
        logger.debug(
                "PostgreSQL {} of service {} accepts sessions on port {} after {} ms",
                distribution.version(),
                request.service(),
                port,
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    private void awaitSessions(NativeServer starting, Path socket, List<String> command, boolean first, long deadline)
            throws IOException, InterruptedException {
        while (true) {
            if (closed.getAsBoolean()) {
                throw deleted(request);
            }
            if (acceptsSession(socket, first)) {
                return;
            }
            OptionalInt status = starting.awaitExit(POLL);
            if (status.isPresent() && starting.logTail().contains(STILL_ENDING) && System.nanoTime() < deadline) {
                starting.start(command);
            } else if (status.isPresent()) {
                throw new IOException("PostgreSQL " + distribution.version() + " of service " + request.service()
                        + " ended with status " + status.getAsInt() + " while starting. See the end of its log."
                        + starting.logTail());
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("PostgreSQL " + distribution.version() + " of service " + request.service()
                        + " does not accept sessions after " + START_PATIENCE.toSeconds()
                        + " s. See the end of its log." + starting.logTail());
            }
        }
    }

    private boolean acceptsSession(Path socket, boolean first) throws IOException, InterruptedException {
        if (!Files.exists(socket)) {
            return false;
        }
        try (PostgresSession session =
                PostgresSession.open(socket, DataTemplate.SUPERUSER, DataTemplate.OWN_DATABASE)) {
            if (first) {
                giveAdminItsPassword(session);
            }
            return true;
        } catch (PostgresException refusal) {
            if (refusal.isStarting()) {
                return false;
            }
            throw refusal;
        } catch (IOException unreachable) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while PostgreSQL started");
            }
            logger.trace("No session yet", unreachable);
            return false;
        }
    }

    private void giveAdminItsPassword(PostgresSession session) throws IOException {
        Credentials admin = request.admin();
        String name = Sql.name(admin.username());
        // A read-only copy too has a password of its own.
        session.query("SET default_transaction_read_only = off");
        if (!admin.username().equals(origin.adminName())) {
            session.query("ALTER ROLE " + Sql.name(origin.adminName()) + " RENAME TO " + name);
        }
        session.query("ALTER ROLE " + name + " PASSWORD " + Sql.text(admin.password()));
    }
}
