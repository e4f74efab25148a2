package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.connection.MySqlConnection;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * As much of MySQL's protocol as it takes to ask {@code SELECT 1} (MySQL documentation, "Client/Server Protocol").
 * MariaDB understands it too. Used by one thread.
 */
final class MySqlSession implements Closeable {

    private static final int LONG_PASSWORD = 0x1;
    private static final int PROTOCOL_41 = 0x200;
    private static final int SSL = 0x800;
    private static final int SECURE_CONNECTION = 0x8000;
    private static final int PLUGIN_AUTH = 0x80000;
    private static final int CAPABILITIES = LONG_PASSWORD | PROTOCOL_41 | SSL | SECURE_CONNECTION | PLUGIN_AUTH;

    private static final int LONGEST_PACKET = 1 << 24;
    private static final byte UTF8MB4 = 45;
    private static final int RESERVED = 23;

    private static final int ANSWER_OK = 0x00;
    private static final int ANSWER_MORE_DATA = 0x01;
    private static final int ANSWER_SWITCH = 0xFE;
    private static final int FAST_AUTHENTICATION = 3;
    private static final int FULL_AUTHENTICATION = 4;

    private static final int END_OF_COLUMNS = 0xFE;

    private static final byte QUIT = 1;
    private static final byte QUERY = 3;

    private final Socket socket;
    private final MySqlPackets packets;
    private final MySqlGreeting greeting;
    private boolean loggedIn;

    private MySqlSession(Socket socket, MySqlPackets packets, MySqlGreeting greeting) {
        this.socket = socket;
        this.packets = packets;
        this.greeting = greeting;
    }

    /** Connects, and lets the server start TLS. */
    static MySqlSession startTls(MySqlConnection target) throws IOException {
        List<MySqlGreeting> heard = new ArrayList<>(1);
        Socket tls = NetworkSteps.openTls(target.host(), target.port(), target.ca(), plain -> {
            MySqlPackets packets = new MySqlPackets(plain);
            MySqlGreeting greeting = MySqlGreeting.parse(packets.read());
            if ((greeting.capabilities() & SSL) == 0) {
                throw new IOException("The server does not offer TLS yet.");
            }
            packets.write(head().array());
            heard.add(greeting);
        });
        // Greeting and TLS request were packets 0 and 1 of this exchange.
        return new MySqlSession(tls, new MySqlPackets(tls, 2), heard.get(0));
    }

    /** What both the request for TLS and the login begin with. */
    private static ByteBuffer head() {
        return ByteBuffer.allocate(4 + 4 + 1 + RESERVED)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(CAPABILITIES)
                .putInt(LONGEST_PACKET)
                .put(UTF8MB4);
    }

    void logIn(String user, Secret password) throws IOException {
        MySqlPassword secret = new MySqlPassword(password);
        String plugin = secret.supports(greeting.plugin()) ? greeting.plugin() : MySqlPassword.NATIVE;
        packets.write(login(user, plugin, secret.proof(plugin, greeting.challenge())));
        byte[] answer = packets.read();
        while (kind(answer) != ANSWER_OK) {
            if (kind(answer) == ANSWER_SWITCH) {
                MySqlGreeting.Challenge asked = MySqlGreeting.switchedTo(answer);
                packets.write(secret.proof(asked.plugin(), asked.bytes()));
            } else if (kind(answer) == ANSWER_MORE_DATA && answer.length > 1 && answer[1] == FULL_AUTHENTICATION) {
                // The server has not met this password since it started, and TLS protects it.
                packets.write(secret.inClear());
            } else if (kind(answer) != ANSWER_MORE_DATA || answer.length < 2 || answer[1] != FAST_AUTHENTICATION) {
                throw new IOException("The server answered the login with something unknown.");
            }
            answer = packets.read();
        }
        loggedIn = true;
    }

    /** Asks {@code SELECT 1} and reads the row. */
    void selectOne() throws IOException {
        packets.startCommand();
        ByteArrayOutputStream query = new ByteArrayOutputStream();
        query.write(QUERY);
        query.writeBytes("SELECT 1".getBytes(StandardCharsets.US_ASCII));
        packets.write(query.toByteArray());
        byte[] columns = packets.read();
        packets.read();
        byte[] endOfColumns = packets.read();
        byte[] row = packets.read();
        if (kind(columns) != 1 || kind(endOfColumns) != END_OF_COLUMNS || row.length != 2 || row[1] != '1') {
            throw new IOException("The query had no answer.");
        }
        packets.read();
    }

    private static byte[] login(String user, String plugin, byte[] proof) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head().array());
        request.writeBytes(user.getBytes(StandardCharsets.UTF_8));
        request.write(0);
        request.write(proof.length);
        request.writeBytes(proof);
        request.writeBytes(plugin.getBytes(StandardCharsets.US_ASCII));
        request.write(0);
        return request.toByteArray();
    }

    private static int kind(byte[] packet) {
        return packet.length == 0 ? -1 : Byte.toUnsignedInt(packet[0]);
    }

    /** Says goodbye after a login: the server logs clients that do not. */
    @Override
    public void close() throws IOException {
        try (socket) {
            if (loggedIn) {
                packets.startCommand();
                packets.write(new byte[] {QUIT});
            }
        }
    }
}
