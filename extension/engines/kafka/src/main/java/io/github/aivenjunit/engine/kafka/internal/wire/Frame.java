package io.github.aivenjunit.engine.kafka.internal.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message: a list of words, each of any content. An order begins with its name, an answer with {@link #DONE} or
 * {@link #REFUSED}. Buffers instead of streams, because one thread must be able to write while another reads.
 */
public final class Frame {

    /** First word of an answer; what was asked for follows. */
    public static final String DONE = "done";

    /** First word of an answer; Kafka's name of the error and a message follow. */
    public static final String REFUSED = "refused";

    private Frame() {}

    /** Sends one message. */
    public static void write(WritableByteChannel channel, List<String> words) throws IOException {
        List<byte[]> encoded = words.stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList();
        int size =
                encoded.stream().mapToInt(word -> Integer.BYTES + word.length).sum();
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + size).putInt(size);
        encoded.forEach(word -> buffer.putInt(word.length).put(word));
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Waits for the next message; empty when the other side is gone. */
    public static Optional<List<String>> read(ReadableByteChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(Integer.BYTES);
        if (!fill(channel, head)) {
            return Optional.empty();
        }
        ByteBuffer body = ByteBuffer.allocate(head.getInt());
        if (!fill(channel, body)) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        while (body.hasRemaining()) {
            byte[] word = new byte[body.getInt()];
            body.get(word);
            words.add(new String(word, StandardCharsets.UTF_8));
        }
        return Optional.of(words);
    }

    private static boolean fill(ReadableByteChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                if (buffer.position() > 0) {
                    throw new EOFException("the other side ended within a message");
                }
                return false;
            }
        }
        buffer.flip();
        return true;
    }
}
