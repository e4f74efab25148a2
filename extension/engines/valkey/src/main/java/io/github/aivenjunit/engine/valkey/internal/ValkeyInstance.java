package io.github.aivenjunit.engine.valkey.internal;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.NativeServer;
import io.github.aivenjunit.emulator.engine.ReservedPort;
import io.github.aivenjunit.emulator.engine.ValkeyAccess;
import io.github.aivenjunit.emulator.engine.ValkeyServer;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One server. Its directory is made at the first start and keeps the data and the users over a power cycle. */
public final class ValkeyInstance implements ValkeyServer {

    private static final Logger logger = LoggerFactory.getLogger(ValkeyInstance.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(2);

    private final NativeHost host;
    private final ServerProgram program;
    private final EngineRequest request;
    private final ServerFiles files;
    private final AccessRules rules;
    private final ReservedPort port;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable NativeServer server;
    private volatile boolean closed;

    private ValkeyInstance(NativeHost host, ServerProgram program, EngineRequest request, ReservedPort port) {
        this.host = host;
        this.program = program;
        this.request = request;
        this.port = port;
        this.files = new ServerFiles(request, port.number());
        this.rules = files.rules();
    }

    /** Reserves the port of a server that does not run yet. */
    public static ValkeyInstance create(NativeHost host, ServerProgram program, EngineRequest request)
            throws IOException {
        return new ValkeyInstance(host, program, request, request.reservePort("valkey"));
    }

    @Override
    public List<EngineEndpoint> endpoints() {
        return List.of(new EngineEndpoint("valkey", "localhost", port.number()));
    }

    @Override
    public void powerOn() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            if (closed) {
                throw deleted();
            }
            if (server == null) {
                server = startNew();
            } else if (!server.running() || awaitSessions(server).isPresent()) {
                start(server);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void powerOff() {
        lock.lock();
        // An interrupt would cut the saving short.
        boolean interrupted = Thread.interrupted();
        try {
            if (server != null && server.running()) {
                stop(server);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
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
                if (remembers() && server.running()) {
                    stopGently(server);
                }
                server.close();
                server = null;
            }
            port.close();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void createUser(Credentials user) throws IOException {
        createUser(user, rules.unlimited());
    }

    @Override
    public void createUser(Credentials user, ValkeyAccess access) throws IOException {
        createUser(user, rules.limited(access));
    }

    @Override
    public void changeAccess(String username, ValkeyAccess access) throws IOException {
        inSession(session -> {
            requireUser(session, username);
            setUser(session, username, rules.limited(access));
        });
    }

    /** Sessions that are open stay open, as is the server's way. */
    @Override
    public void changePassword(Credentials user) throws IOException {
        inSession(session -> {
            requireUser(session, user.username());
            setUser(session, user.username(), List.of("resetpass", AccessRules.password(user)));
        });
    }

    /** Ends the user's sessions. */
    @Override
    public void dropUser(String username) throws IOException {
        inSession(session -> {
            requireUser(session, username);
            if (username.equals(request.admin().username())) {
                throw new IOException(
                        "User " + username + " is the first of service " + request.service() + ". Delete the service.");
            }
            session.command("ACL", "DELUSER", username);
            session.command("ACL", "SAVE");
        });
    }

    @Override
    public String toString() {
        return "ValkeyInstance[" + request.project() + "/" + request.service() + "]";
    }

    private void createUser(Credentials user, List<String> access) throws IOException {
        inSession(session -> {
            if (isUser(session, user.username())) {
                throw new IOException("User " + user.username() + " exists already in service " + request.service()
                        + ". Choose another name.");
            }
            List<String> words = new ArrayList<>(AccessRules.login(user));
            words.addAll(access);
            setUser(session, user.username(), words);
        });
    }

    private void requireUser(ManagementSession session, String username) throws IOException {
        if (!isUser(session, username) || username.equals(files.management().username())) {
            throw new IOException(
                    "User " + username + " does not exist in service " + request.service() + ". Create it first.");
        }
    }

    private static boolean isUser(ManagementSession session, String username) throws IOException {
        return session.command("ACL", "USERS").contains(username);
    }

    private static void setUser(ManagementSession session, String username, List<String> rules) throws IOException {
        List<String> words = new ArrayList<>(List.of("ACL", "SETUSER", username));
        words.addAll(rules);
        session.command(words.toArray(String[]::new));
        session.command("ACL", "SAVE");
    }

    @Override
    public boolean remembers() {
        return request.home().isPresent();
    }

    private static void stopGently(NativeServer running) {
        try {
            running.stop("TERM", STOP_PATIENCE);
        } catch (IOException killed) {
            logger.warn("{} could not end by itself: {}", running, killed.toString());
        }
    }

    private NativeServer startNew() throws IOException, InterruptedException {
        // Nothing is saved when the service is deleted, so there is nothing that a gentler signal would be good for.
        NativeServer created = host.newServer("valkey", "KILL", request);
        try {
            Files.deleteIfExists(ServerFiles.socket(created));
            files.writeTo(created);
            start(created);
            return created;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            created.close();
            throw failure;
        }
    }

    private void start(NativeServer starting) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        starting.start(List.of(
                program.file().toString(), ServerFiles.configuration(starting).toString()));
        try {
            OptionalInt status = awaitSessions(starting);
            if (status.isPresent()) {
                throw new IOException(program + " of service " + request.service() + " ended with status "
                        + status.getAsInt() + " while starting. See the end of its log." + starting.logTail());
            }
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

    /** Waits until the server accepts sessions; not empty but its exit status when it ends instead. */
    private OptionalInt awaitSessions(NativeServer running) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        OptionalInt status = OptionalInt.empty();
        while (status.isEmpty() && !acceptsSession(running)) {
            if (closed) {
                throw deleted();
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(program + " of service " + request.service() + " does not accept sessions after "
                        + START_PATIENCE.toSeconds() + " s. See the end of its log." + running.logTail());
            }
            status = running.awaitExit(POLL);
        }
        return status;
    }

    /** The server opens its private socket last, so its clients are accepted by then. */
    private boolean acceptsSession(NativeServer starting) throws IOException, InterruptedException {
        if (!Files.exists(ServerFiles.socket(starting))) {
            return false;
        }
        try (ManagementSession session = open(starting)) {
            session.command("PING");
            return true;
        } catch (ValkeyException refusal) {
            if (refusal.isLoading()) {
                return false;
            }
            throw refusal;
        } catch (IOException unreachable) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while the server started");
            }
            logger.trace("No session yet", unreachable);
            return false;
        }
    }

    private void stop(NativeServer running) throws IOException {
        IOException unsaved = null;
        if (files.settings().persistent()) {
            try (ManagementSession session = open(running)) {
                session.command("SHUTDOWN", "SAVE");
            } catch (EOFException ended) {
                logger.trace("Saved and ended", ended);
            } catch (IOException failure) {
                unsaved = failure;
            }
        }
        running.stop("TERM", STOP_PATIENCE);
        if (unsaved != null) {
            throw new IOException(
                    "Service " + request.service() + " could not save its data (" + unsaved.getMessage()
                            + "). See the end of its log." + running.logTail(),
                    unsaved);
        }
    }

    private void inSession(Work work) throws IOException {
        lock.lock();
        try {
            if (server == null || !server.running()) {
                throw new IOException("Service " + request.service() + " is not running. Power it on first.");
            }
            try (ManagementSession session = open(server)) {
                work.in(session);
            }
        } finally {
            lock.unlock();
        }
    }

    private ManagementSession open(NativeServer running) throws IOException {
        return ManagementSession.open(ServerFiles.socket(running), files.management());
    }

    private IOException deleted() {
        return new IOException("Service " + request.service() + " was deleted. Create it again.");
    }

    @FunctionalInterface
    private interface Work {

        void in(ManagementSession session) throws IOException;
    }
}
