package io.github.aivenjunit.engine.valkey.internal;

import io.github.aivenjunit.emulator.engine.Credentials;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A session over the socket in the server's private directory. Speaks version 2 of the protocol, so that no client
 * library comes onto the user's class path. Not thread-safe.
 */
final class ManagementSession implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SocketChannel channel;
    private final Selector selector;
    private final ByteBuffer input = ByteBuffer.allocate(8_192).flip();

    private ManagementSession(SocketChannel channel, Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    /**
     * Opens a session.
     *
     * @throws ValkeyException if the server refuses the user
     * @throws IOException if nobody listens at the socket
     */
    static ManagementSession open(Path socket, Credentials user) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        Selector selector = null;
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.configureBlocking(false);
            selector = Selector.open();
            channel.register(selector, SelectionKey.OP_READ);
            ManagementSession session = new ManagementSession(channel, selector);
            session.command("AUTH", user.username(), user.password());
            return session;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            if (selector != null) {
                selector.close();
            }
            throw failure;
        }
    }

    /**
     * Runs one command.
     *
     * @return the answer's texts and numbers, those of nested lists too; empty for nothing
     * @throws ValkeyException if the server answers an error
     */
    List<String> command(String... words) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(bytes("*" + words.length + "\r\n"));
        for (String word : words) {
            byte[] content = bytes(word);
            message.writeBytes(bytes("$" + content.length + "\r\n"));
            message.writeBytes(content);
            message.writeBytes(bytes("\r\n"));
        }
        ByteBuffer bytes = ByteBuffer.wrap(message.toByteArray());
        while (bytes.hasRemaining()) {
            // Commands are far smaller than the socket's buffer, so this does not spin.
            channel.write(bytes);
        }
        List<String> answer = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        readInto(answer, deadline);
        return answer;
    }

    @Override
    public void close() {
        try (channel;
                selector) {
            channel.shutdownOutput();
        } catch (IOException ignored) {
            // The server ends a session whose socket closes.
        }
    }

    private void readInto(List<String> answer, long deadline) throws IOException {
        String line = line(deadline);
        String content = line.substring(1);
        switch (line.charAt(0)) {
            case '+', ':' -> answer.add(content);
            case '-' -> throw new ValkeyException(content);
            case '$' -> {
                int length = Integer.parseInt(content);
                if (length >= 0) {
                    answer.add(text(length, deadline));
                }
            }
            case '*' -> {
                for (int left = Integer.parseInt(content); left > 0; left--) {
                    readInto(answer, deadline);
                }
            }
            default ->
                throw new IOException("The server does not speak the protocol of Valkey on its private socket."
                        + " Check the program on the PATH.");
        }
    }

    private String line(long deadline) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (byte next = read(deadline); next != '\r'; next = read(deadline)) {
            line.write(next);
        }
        read(deadline);
        // An answer without a type is none of the known ones.
        return line.size() == 0 ? "?" : line.toString(StandardCharsets.UTF_8);
    }

    private String text(int length, long deadline) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int left = length; left > 0; left--) {
            text.write(read(deadline));
        }
        read(deadline);
        read(deadline);
        return text.toString(StandardCharsets.UTF_8);
    }

    private byte read(long deadline) throws IOException {
        while (!input.hasRemaining()) {
            input.clear();
            int count = channel.read(input);
            input.flip();
            if (count < 0) {
                throw new EOFException("The server closed a session. See the end of its log.");
            }
            if (count == 0) {
                await(deadline);
            }
        }
        return input.get();
    }

    private void await(long deadline) throws IOException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new IOException("The server did not answer within " + PATIENCE.toSeconds()
                    + " s. Look for what slows this machine down.");
        }
        selector.select(millis);
        selector.selectedKeys().clear();
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
