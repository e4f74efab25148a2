package io.github.aivenjunit.engine.opensearch.internal;

import io.github.aivenjunit.emulator.engine.NativeServer;
import io.github.aivenjunit.engine.opensearch.internal.wire.Answer;
import io.github.aivenjunit.engine.opensearch.internal.wire.UserTable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A node that runs, and the line to it. Not thread-safe. */
final class NodeProcess {

    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 5;

    private final NativeServer server;
    private final NodeConnection connection;
    private final String name;

    private NodeProcess(NativeServer server, NodeConnection connection, String name) {
        this.server = server;
        this.connection = connection;
        this.name = name;
    }

    /**
     * Starts a process and returns at once.
     *
     * @param name of the service, for messages
     */
    static NodeProcess spawn(NativeServer server, NodeSettings settings, List<String> command, String name)
            throws IOException {
        settings.write(server);
        NodeConnection connection = NodeConnection.listen(server.directory());
        try {
            server.start(command);
            return new NodeProcess(server, connection, name);
        } catch (IOException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Starts the node in the process and waits until it serves clients. */
    void start(Map<String, String> passwords, BooleanSupplier cancelled) throws IOException, InterruptedException {
        Future<Answer> answer = connection.send(new UserTable(passwords));
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (true) {
            if (cancelled.getAsBoolean()) {
                throw new IOException("Service " + name + " was deleted. Create it again.");
            }
            try {
                Answer outcome = answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (!outcome.done()) {
                    throw new IOException("OpenSearch of service " + name + " did not start: "
                            + sentence(outcome.reason()) + " See the end of its log." + server.logTail());
                }
                return;
            } catch (ExecutionException failure) {
                throw new IOException(ended(server.awaitExit(STOP_PATIENCE)), failure.getCause());
            } catch (TimeoutException stillStarting) {
                OptionalInt status = server.awaitExit(Duration.ZERO);
                if (status.isPresent()) {
                    throw new IOException(ended(status));
                }
                if (System.nanoTime() > deadline) {
                    throw new IOException("OpenSearch of service " + name + " does not serve clients after "
                            + START_PATIENCE.toSeconds() + " s. See the end of its log." + server.logTail());
                }
            }
        }
    }

    /** Lets these users in from now on and nobody else. */
    void admit(Map<String, String> passwords) throws IOException {
        try {
            connection.send(new UserTable(passwords)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw new IOException(
                    "The node of service " + name + " has ended. Power the service on again.", failure.getCause());
        } catch (TimeoutException silent) {
            throw new IOException(
                    "The node of service " + name + " did not answer within " + PATIENCE.toSeconds()
                            + " s. Look for what slows this machine down.",
                    silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the node of service " + name + " was told its users");
        }
    }

    boolean isRunning() throws IOException, InterruptedException {
        return server.runs();
    }

    /** Ends the process at once, which loses nothing that a client was told is stored; its directory stays. */
    void kill() throws IOException {
        connection.close();
        server.stop("KILL", STOP_PATIENCE);
    }

    /** Lets go of a process that is ended with its directory. */
    void disconnect() {
        connection.close();
    }

    private static String sentence(String reason) {
        return reason.endsWith(".") ? reason : reason + ".";
    }

    private String ended(OptionalInt status) {
        return "OpenSearch of service " + name + " ended"
                + (status.isPresent() ? " with status " + status.getAsInt() : "")
                + " while starting. See the end of its log." + server.logTail();
    }
}
