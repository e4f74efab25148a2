package io.github.aivenjunit.readiness.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The first packet of a MySQL server. Immutable. */
final class MySqlGreeting {

    private static final int VERSION = 10;
    private static final int CHALLENGE_LENGTH = 20;
    private static final int FIRST_PART = 8;
    private static final int RESERVED = 10;

    private final int capabilities;
    private final Challenge challenge;

    /** What the server wants proof for, and how. */
    static final class Challenge {

        private final String plugin;
        private final byte[] bytes;

        private Challenge(String plugin, byte[] bytes) {
            this.plugin = plugin;
            this.bytes = bytes;
        }

        String plugin() {
            return plugin;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    private MySqlGreeting(int capabilities, Challenge challenge) {
        this.capabilities = capabilities;
        this.challenge = challenge;
    }

    static MySqlGreeting parse(byte[] packet) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN);
        try {
            if (rest.get() != VERSION) {
                throw new IOException("The server does not speak MySQL's protocol.");
            }
            text(rest);
            rest.position(rest.position() + Integer.BYTES);
            byte[] challenge = new byte[CHALLENGE_LENGTH];
            rest.get(challenge, 0, FIRST_PART);
            rest.get();
            int capabilities = Short.toUnsignedInt(rest.getShort());
            rest.position(rest.position() + 1 + Short.BYTES);
            capabilities |= Short.toUnsignedInt(rest.getShort()) << Short.SIZE;
            rest.position(rest.position() + 1 + RESERVED);
            rest.get(challenge, FIRST_PART, CHALLENGE_LENGTH - FIRST_PART);
            rest.get();
            return new MySqlGreeting(capabilities, new Challenge(text(rest), challenge));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("The server's greeting is cut off.", e);
        }
    }

    /** What the server asks for instead, in the middle of a login. */
    static Challenge switchedTo(byte[] packet) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(packet, 1, packet.length - 1);
        try {
            String plugin = text(rest);
            byte[] challenge = new byte[CHALLENGE_LENGTH];
            rest.get(challenge);
            return new Challenge(plugin, challenge);
        } catch (BufferUnderflowException e) {
            throw new IOException("The server asks for an authentication that is out of date.", e);
        }
    }

    private static String text(ByteBuffer rest) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (byte next = rest.get(); next != 0; next = rest.get()) {
            text.write(next);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    int capabilities() {
        return capabilities;
    }

    String plugin() {
        return challenge.plugin();
    }

    byte[] challenge() {
        return challenge.bytes();
    }
}
