package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.client.model.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A conversation with one broker in Kafka's own protocol (Kafka documentation: "Protocol"), in the few requests that a
 * probe needs and in versions without tagged fields, which every broker since 2.1 speaks. Used by one thread.
 */
final class KafkaSession implements Closeable {

    private static final short METADATA = 3;
    private static final short SASL_HANDSHAKE = 17;
    private static final short API_VERSIONS = 18;
    private static final short SASL_AUTHENTICATE = 36;

    /** From 9 on, Metadata has tagged fields. */
    private static final int NEWEST_METADATA = 8;

    /** Of an answer; the metadata of thousands of brokers is smaller. */
    private static final int MAX_ANSWER = 16 * 1024 * 1024;

    private final Socket socket;
    private final DataInputStream input;
    private int correlation;

    KafkaSession(Socket socket) throws IOException {
        this.socket = socket;
        this.input = new DataInputStream(socket.getInputStream());
    }

    /** Writes the body of a request. */
    @FunctionalInterface
    private interface Body {
        void write(DataOutputStream output) throws IOException;
    }

    /**
     * Asks what the broker speaks; with a client certificate, the first answer also shows that it was accepted.
     *
     * @return the version of Metadata to use
     * @throws IOException if this is no broker, or one that we cannot talk to
     */
    int versions() throws IOException {
        DataInputStream answer = ask("ApiVersions", API_VERSIONS, 0, output -> {});
        refuse("ApiVersions", answer.readShort(), "");
        int count = answer.readInt();
        for (int i = 0; i < count; i++) {
            short api = answer.readShort();
            short oldest = answer.readShort();
            short newest = answer.readShort();
            int version = Math.max(1, oldest);
            if (api == METADATA && version <= Math.min(newest, NEWEST_METADATA)) {
                return version;
            }
        }
        throw new IOException("The broker speaks no version of Metadata that we know.");
    }

    /** Asks whether the broker takes this SASL mechanism, which must come before {@link #logInPlain}. */
    void handshake(String mechanism) throws IOException {
        DataInputStream answer = ask("SaslHandshake", SASL_HANDSHAKE, 1, output -> writeText(output, mechanism));
        refuse("SaslHandshake " + mechanism, answer.readShort(), "");
    }

    void logInPlain(String user, Secret password) throws IOException {
        byte[] token = ("\0" + user + "\0" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        DataInputStream answer = ask("SaslAuthenticate", SASL_AUTHENTICATE, 0, output -> {
            output.writeInt(token.length);
            output.write(token);
        });
        short error = answer.readShort();
        short length = answer.readShort();
        byte[] reason = length > 0 ? answer.readNBytes(length) : new byte[0];
        refuse("SaslAuthenticate of user '" + user + "'", error, new String(reason, StandardCharsets.UTF_8));
    }

    /** How many brokers the cluster has, as far as this one knows. */
    int brokers(int metadataVersion) throws IOException {
        DataInputStream answer = ask("Metadata", METADATA, metadataVersion, output -> {
            output.writeInt(0); // no topic
            if (metadataVersion >= 4) {
                output.writeBoolean(false); // create none
            }
            if (metadataVersion >= 8) {
                output.writeBoolean(false);
                output.writeBoolean(false);
            }
        });
        if (metadataVersion >= 3) {
            answer.readInt(); // how long we were throttled
        }
        return answer.readInt();
    }

    private DataInputStream ask(String name, short api, int version, Body body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        DataOutputStream output = new DataOutputStream(request);
        output.writeShort(api);
        output.writeShort(version);
        output.writeInt(++correlation);
        writeText(output, "aiven-junit");
        body.write(output);

        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        DataOutputStream framed = new DataOutputStream(frame);
        framed.writeInt(request.size());
        request.writeTo(framed);
        socket.getOutputStream().write(frame.toByteArray());
        socket.getOutputStream().flush();
        return answer(name);
    }

    private DataInputStream answer(String name) throws IOException {
        try {
            int size = input.readInt();
            if (size < Integer.BYTES || size > MAX_ANSWER) {
                throw new IOException("The server answered " + name + " with something that is not Kafka's protocol.");
            }
            byte[] bytes = new byte[size];
            input.readFully(bytes);
            DataInputStream answer = new DataInputStream(new ByteArrayInputStream(bytes));
            if (answer.readInt() != correlation) {
                throw new IOException("The server answered " + name + " with something that is not Kafka's protocol.");
            }
            return answer;
        } catch (EOFException e) {
            throw new IOException("The server hung up after " + name + ".", e);
        }
    }

    private static void refuse(String what, short error, String reason) throws IOException {
        if (error != 0) {
            throw new IOException(
                    "The broker refused " + what + " with error " + error + (reason.isEmpty() ? "." : ": " + reason));
        }
    }

    private static void writeText(DataOutputStream output, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        output.writeShort(bytes.length);
        output.write(bytes);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
