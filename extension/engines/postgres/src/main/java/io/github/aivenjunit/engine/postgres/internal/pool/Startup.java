package io.github.aivenjunit.engine.postgres.internal.pool;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The first packet of a client, which has no type but a code after its length.
 *
 * @param code a version of the protocol or one of the requests that come before it
 * @param body what follows the code, as one character per byte: the encoding is not known yet
 */
record Startup(int code, String body) {

    static final int SSL_REQUEST = 80_877_103;
    static final int GSS_REQUEST = 80_877_104;
    static final int CANCEL_REQUEST = 80_877_102;

    private static final int HEAD = 2 * Integer.BYTES;
    /** PostgreSQL's own limit. */
    private static final int LONGEST = 10_000;

    /** Reads a packet and not one byte more, since TLS may begin behind it. */
    static Startup read(DataInputStream input) throws IOException {
        int length = input.readInt();
        if (length < HEAD || length > LONGEST) {
            throw new EOFException("no start-up packet of PostgreSQL's protocol");
        }
        int code = input.readInt();
        byte[] body = new byte[length - HEAD];
        input.readFully(body);
        return new Startup(code, new String(body, StandardCharsets.ISO_8859_1));
    }

    /**
     * The client's settings, as one character per byte. Of a name that comes twice the
     * last value counts, as for the server.
     */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        String[] words = body.split("\0", -1);
        for (int i = 0; i + 1 < words.length && !words[i].isEmpty(); i += 2) {
            settings.put(words[i], words[i + 1]);
        }
        return settings;
    }

    /** The same with other settings. */
    Startup with(Map<String, String> settings) {
        StringBuilder words = new StringBuilder();
        settings.forEach(
                (name, value) -> words.append(name).append('\0').append(value).append('\0'));
        return new Startup(code, words.append('\0').toString());
    }

    ByteBuffer packet() {
        return ByteBuffer.allocate(HEAD + body.length())
                .putInt(HEAD + body.length())
                .putInt(code)
                .put(body.getBytes(StandardCharsets.ISO_8859_1))
                .flip();
    }

    /** A setting's value as text. */
    static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Text as a setting's value. */
    static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
