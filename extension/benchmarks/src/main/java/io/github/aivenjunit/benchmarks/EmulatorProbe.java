package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.emulator.AivenEmulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Starts emulators one after another, each until it has answered a request that needs the token. */
final class EmulatorProbe {

    static final String JVM = "jvm";
    static final String FIRST_ANSWER = "first answer";

    private EmulatorProbe() {}

    /**
     * Measures.
     *
     * @param arguments rounds to warm up, rounds to measure
     */
    public static void main(String[] arguments) throws Exception {
        Sample.send(JVM, Taken.only(Duration.ZERO));
        int warmUp = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        for (int i = 0; i < warmUp + rounds; i++) {
            Stopwatch watch = new Stopwatch();
            try (AivenEmulator emulator = AivenEmulator.start()) {
                awaitAnswer(emulator);
                Taken taken = watch.taken();
                if (i >= warmUp) {
                    Sample.send(FIRST_ANSWER, taken);
                }
            }
        }
    }

    /** With a bare socket, because an HTTP client would take longer to start than the emulator. */
    private static void awaitAnswer(AivenEmulator emulator) throws IOException {
        URI endpoint = emulator.endpoint();
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            String request = "GET /v1/project HTTP/1.1\r\nHost: " + endpoint.getAuthority()
                    + "\r\nAuthorization: aivenv1 " + emulator.token() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            if (status == null || !status.startsWith("HTTP/1.1 200")) {
                throw new IOException("The emulator answered " + status + ". Look for what changed in its API.");
            }
        }
    }
}
