package io.github.aivenjunit.engine.opensearch.internal.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All users and their passwords, the only order there is: the first table starts the node, each later one replaces the
 * one before. One line per user, encoded because a password may hold any character, and an empty line at the end.
 *
 * @param passwords by name of user
 */
public record UserTable(Map<String, String> passwords) {

    public UserTable {
        passwords = Map.copyOf(passwords);
    }

    /** Sends the table. */
    public void write(WritableByteChannel channel) throws IOException {
        StringBuilder text = new StringBuilder();
        passwords.forEach((name, password) ->
                text.append(encode(name)).append(' ').append(encode(password)).append('\n'));
        ByteBuffer buffer = ByteBuffer.wrap(text.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Waits for the next table; empty when the other side is gone. */
    public static Optional<UserTable> read(BufferedReader input) throws IOException {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            if (line.isEmpty()) {
                return Optional.of(new UserTable(passwords));
            }
            int gap = line.indexOf(' ');
            passwords.put(decode(line.substring(0, gap)), decode(line.substring(gap + 1)));
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "UserTable" + passwords.keySet();
    }

    private static String encode(String word) {
        return Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String word) {
        return new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8);
    }
}
