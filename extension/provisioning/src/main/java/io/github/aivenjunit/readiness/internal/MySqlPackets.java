package io.github.aivenjunit.readiness.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** MySQL's frames: three bytes of length, one of sequence, and the rest. Reads no byte too many. Used by one thread. */
final class MySqlPackets {

    private static final int HEADER = 4;
    private static final int ERROR = 0xFF;
    private static final int SQL_STATE = 6;

    /** A server that says hello with more is something else. */
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final OutputStream out;
    private int sequence;

    MySqlPackets(Socket socket) throws IOException {
        this(socket, 0);
    }

    /**
     * The packets of an exchange that is under way.
     *
     * @param sequence how many packets it had
     */
    MySqlPackets(Socket socket, int sequence) throws IOException {
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.sequence = sequence;
    }

    void startCommand() {
        sequence = 0;
    }

    /**
     * The next packet.
     *
     * @throws IOException if the server hangs up, or reports an error
     */
    byte[] read() throws IOException {
        byte[] header = exactly(HEADER);
        int length = Byte.toUnsignedInt(header[0])
                | Byte.toUnsignedInt(header[1]) << 8
                | Byte.toUnsignedInt(header[2]) << 16;
        if (length > LONGEST) {
            throw new IOException("The server does not speak MySQL's protocol.");
        }
        byte[] payload = exactly(length);
        sequence = Byte.toUnsignedInt(header[3]) + 1;
        if (length > 0 && Byte.toUnsignedInt(payload[0]) == ERROR) {
            throw new IOException("The server answered with an error: " + error(payload));
        }
        return payload;
    }

    void write(byte[] payload) throws IOException {
        byte[] frame = new byte[HEADER + payload.length];
        frame[0] = (byte) payload.length;
        frame[1] = (byte) (payload.length >> 8);
        frame[2] = (byte) (payload.length >> 16);
        frame[3] = (byte) sequence++;
        System.arraycopy(payload, 0, frame, HEADER, payload.length);
        out.write(frame);
        out.flush();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] read = in.readNBytes(length);
        if (read.length < length) {
            throw new IOException("The server hung up.");
        }
        return read;
    }

    /** Code and text. The SQL state between them is missing in errors before the login. */
    private static String error(byte[] payload) {
        if (payload.length < 3) {
            return "unknown";
        }
        int code = Byte.toUnsignedInt(payload[1]) | Byte.toUnsignedInt(payload[2]) << 8;
        int text = payload.length > 3 + SQL_STATE && payload[3] == '#' ? 3 + SQL_STATE : 3;
        return code + " " + new String(payload, text, payload.length - text, StandardCharsets.UTF_8);
    }
}
