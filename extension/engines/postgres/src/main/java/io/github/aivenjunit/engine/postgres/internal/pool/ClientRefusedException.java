package io.github.aivenjunit.engine.postgres.internal.pool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A client is turned away, with an error in the form of the protocol. Carries no stack trace: it is part of the normal course. */
final class ClientRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String state;
    private final String text;

    /**
     * A reason to turn a client away.
     *
     * @param state the SQLSTATE
     */
    ClientRefusedException(String state, String text) {
        super(text, null, false, false);
        this.state = state;
        this.text = text;
    }

    /** In PgBouncer's words, which clients know. */
    static ClientRefusedException unknownPool(String name) {
        return new ClientRefusedException("08P01", "no such database: " + name);
    }

    /** The ErrorResponse to send. */
    byte[] message() {
        byte[] fields = ("SFATAL\0VFATAL\0C" + state + "\0M" + text + "\0\0").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + Integer.BYTES + fields.length)
                .put((byte) 'E')
                .putInt(Integer.BYTES + fields.length)
                .put(fields)
                .array();
    }
}
