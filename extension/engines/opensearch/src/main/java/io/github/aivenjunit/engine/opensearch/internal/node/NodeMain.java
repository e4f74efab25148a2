package io.github.aivenjunit.engine.opensearch.internal.node;

import io.github.aivenjunit.engine.opensearch.internal.wire.Answer;
import io.github.aivenjunit.engine.opensearch.internal.wire.UserTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/*
 * The connection to the test's JVM is this process's life line: when it ends, so does the process, whatever it is doing
 * at that moment. Hence one thread does nothing but read.
 */
/** Takes tables of users from the test's JVM, which listens in the directory that is the only argument. */
public final class NodeMain {

    private final SocketChannel channel;
    private final BlockingQueue<UserTable> tables = new LinkedBlockingQueue<>();
    private final OpenSearchNode node;

    private NodeMain(SocketChannel channel, Path directory) {
        this.channel = channel;
        this.node = new OpenSearchNode(directory);
    }

    /** Runs until the test's JVM lets go, or to the end of a rehearsal. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Path.of(arguments[0]);
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(directory.resolve("control")));
        NodeMain main = new NodeMain(channel, directory);
        Thread reader = new Thread(main::read, "aiven-junit orders");
        reader.setDaemon(true);
        reader.start();
        main.obey();
    }

    private void read() {
        try (BufferedReader input = new BufferedReader(
                new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.US_ASCII))) {
            Optional<UserTable> table = UserTable.read(input);
            while (table.isPresent()) {
                tables.add(table.get());
                table = UserTable.read(input);
            }
        } catch (IOException | RuntimeException lost) {
            // As good as an end.
        }
        Runtime.getRuntime().halt(0);
    }

    private void obey() throws IOException, InterruptedException {
        while (true) {
            UserTable table = tables.take();
            answer(table).write(channel);
            if (node.isRehearsal()) {
                System.exit(0);
            }
        }
    }

    private Answer answer(UserTable table) throws InterruptedException {
        try {
            node.admit(table.passwords());
            return new Answer(true, "");
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception refusal) {
            return new Answer(false, innermost(refusal));
        }
    }

    /** OpenSearch wraps what went wrong several times; the reason is at the bottom. */
    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause == failure || cause.getMessage() == null
                ? String.valueOf(failure.getMessage())
                : failure.getMessage() + ": " + cause.getMessage();
    }
}
