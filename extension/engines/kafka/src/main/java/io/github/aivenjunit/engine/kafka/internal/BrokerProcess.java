package io.github.aivenjunit.engine.kafka.internal;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.KafkaRefusalException;
import io.github.aivenjunit.emulator.engine.NativeServer;
import io.github.aivenjunit.engine.kafka.internal.wire.Order;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A broker that runs, and the line to it. Not thread-safe. */
final class BrokerProcess {

    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    /** More than the Admin client in the broker's process allows itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 5;

    private final NativeServer server;
    private final BrokerConnection connection;
    private final String name;

    private BrokerProcess(NativeServer server, BrokerConnection connection, String name) {
        this.server = server;
        this.connection = connection;
        this.name = name;
    }

    /**
     * Starts a process and returns at once.
     *
     * @param settings the content of the broker's file of settings
     * @param name of the service, for messages
     */
    static BrokerProcess spawn(NativeServer server, String settings, List<String> command, String name)
            throws IOException {
        server.write("broker.properties", settings);
        Files.deleteIfExists(server.directory().resolve("control"));
        BrokerConnection connection = BrokerConnection.listen(server.directory());
        try {
            server.start(command);
            return new BrokerProcess(server, connection, name);
        } catch (IOException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Starts the broker in the process and waits until it serves clients. */
    void start(Collection<Credentials> users, BooleanSupplier cancelled) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        users.forEach(user -> words.addAll(List.of(user.username(), user.password())));
        Future<List<String>> answer = connection.ask(Order.START, words);
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (true) {
            if (cancelled.getAsBoolean()) {
                throw new IOException("Service " + name + " was deleted. Create it again.");
            }
            try {
                answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof KafkaRefusalException refusal) {
                    throw new IOException(
                            "Kafka of service " + name + " did not start: " + sentence(refusal.getMessage())
                                    + " See the end of its log." + server.logTail(),
                            refusal);
                }
                throw new IOException(ended(server.awaitExit(STOP_PATIENCE)), failure.getCause());
            } catch (TimeoutException stillStarting) {
                OptionalInt status = server.awaitExit(Duration.ZERO);
                if (status.isPresent()) {
                    throw new IOException(ended(status));
                }
                if (System.nanoTime() > deadline) {
                    throw new IOException("Kafka of service " + name + " does not serve clients after "
                            + START_PATIENCE.toSeconds() + " s. See the end of its log." + server.logTail());
                }
            }
        }
    }

    /** Asks the broker and waits for its answer. */
    List<String> ask(Order order, List<String> words) throws IOException {
        try {
            return connection.ask(order, words).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof KafkaRefusalException refusal) {
                throw new KafkaRefusalException(refusal.error(), String.valueOf(refusal.getMessage()));
            }
            throw new IOException(
                    "The broker of service " + name + " has ended. Power the service on again.", failure.getCause());
        } catch (TimeoutException silent) {
            throw new IOException(
                    "The broker of service " + name + " did not answer within " + PATIENCE.toSeconds()
                            + " s. Look for what slows this machine down.",
                    silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the broker of service " + name + " was asked");
        }
    }

    boolean isRunning() throws IOException, InterruptedException {
        return server.runs();
    }

    /** Ends the process at once; its directory stays. */
    void kill() throws IOException {
        connection.close();
        server.stop("KILL", STOP_PATIENCE);
    }

    NativeServer server() {
        return server;
    }

    /** Ends the process at once and removes its directory. */
    void remove() {
        connection.close();
        server.close();
    }

    private static String sentence(@Nullable String reason) {
        String text = String.valueOf(reason);
        return text.endsWith(".") ? text : text + ".";
    }

    private String ended(OptionalInt status) {
        return "Kafka of service " + name + " ended"
                + (status.isPresent() ? " with status " + status.getAsInt() : "")
                + " while starting. See the end of its log." + server.logTail();
    }
}
