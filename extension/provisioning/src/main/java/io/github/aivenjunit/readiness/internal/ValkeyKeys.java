package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.connection.ValkeyConnection;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Deletes keys of a server that speaks the protocol of Valkey. */
public final class ValkeyKeys {

    private static final String BATCH = "100";

    private final Socket server;
    private final InputStream answers;

    private ValkeyKeys(Socket server) throws IOException {
        this.server = server;
        this.answers = new BufferedInputStream(server.getInputStream());
    }

    /**
     * Deletes every key that begins with the prefix, in the database of new connections.
     *
     * @param prefix letters, digits, underscores and colons, so that the server does not take it for a pattern
     * @return how many there were
     */
    public static int delete(ValkeyConnection target, String prefix) throws IOException {
        try (Socket server = NetworkSteps.openTls(target.host(), target.port(), target.ca())) {
            ValkeyKeys keys = new ValkeyKeys(server);
            keys.ask(List.of("AUTH", target.user(), target.password().reveal()));
            return keys.delete(prefix);
        }
    }

    private int delete(String prefix) throws IOException {
        int count = 0;
        String cursor = "0";
        do {
            List<?> scanned = list(ask(List.of("SCAN", cursor, "MATCH", prefix + "*", "COUNT", BATCH)));
            cursor = String.valueOf(scanned.get(0));
            List<String> command = new ArrayList<>(List.of("UNLINK"));
            list(scanned.get(1)).forEach(key -> command.add(String.valueOf(key)));
            if (command.size() > 1) {
                ask(command);
            }
            count += command.size() - 1;
        } while (!cursor.equals("0"));
        return count;
    }

    private static List<?> list(Object answer) throws IOException {
        if (answer instanceof List<?> list) {
            return list;
        }
        throw new IOException("The server answered with something that is no list.");
    }

    /** Keys are bytes; one byte is one character here, so that every key comes back as it was. */
    private Object ask(List<String> words) throws IOException {
        StringBuilder request = new StringBuilder("*" + words.size() + "\r\n");
        words.forEach(word -> request.append('$')
                .append(word.length())
                .append("\r\n")
                .append(word)
                .append("\r\n"));
        server.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
        server.getOutputStream().flush();
        return answer(words.get(0));
    }

    private Object answer(String command) throws IOException {
        String line = line();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '$' -> {
                String text = new String(answers.readNBytes(Integer.parseInt(rest)), StandardCharsets.ISO_8859_1);
                line();
                yield text;
            }
            case '*' -> {
                List<Object> all = new ArrayList<>();
                for (int left = Integer.parseInt(rest); left > 0; left--) {
                    all.add(answer(command));
                }
                yield all;
            }
            case '-' -> throw new IOException("The server answered " + command + " with: " + rest);
            default -> rest;
        };
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new EOFException("The server hung up.");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }
}
