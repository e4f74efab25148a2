package io.github.aivenjunit.engine.opensearch.internal.wire;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * What a node's process says to one table of users: one line.
 *
 * @param done whether it was obeyed
 * @param reason why not, or nothing
 */
public record Answer(boolean done, String reason) {

    private static final String DONE = "done ";
    private static final String REFUSED = "refused ";

    /** Sends the answer. Not through a stream, because another thread waits in one for the next table. */
    public void write(WritableByteChannel channel) throws IOException {
        String line = (done ? DONE : REFUSED) + reason.replaceAll("\\s+", " ") + "\n";
        ByteBuffer buffer = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /**
     * Waits for the answer.
     *
     * @throws EOFException if the process ends before
     */
    public static Answer read(BufferedReader input) throws IOException {
        String line = input.readLine();
        if (line == null) {
            throw new EOFException("The node's process ended.");
        }
        return line.startsWith(DONE)
                ? new Answer(true, line.substring(DONE.length()))
                : new Answer(false, line.substring(REFUSED.length()));
    }
}
