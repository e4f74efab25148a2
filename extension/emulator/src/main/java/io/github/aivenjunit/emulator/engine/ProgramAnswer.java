package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a program says when it is asked once, for example for its version. The program gets no environment but
 * {@code PATH} and {@code LC_ALL=C}, and is killed when it has not ended after ten seconds.
 *
 * @param status its exit status
 * @param output what it wrote to either stream, without blanks around it
 */
public record ProgramAnswer(int status, String output) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Asks a program that needs no input.
     *
     * @param command the program and its arguments, without secrets: every user of the machine can see them
     * @throws IOException if the program cannot be started, or does not end in time
     */
    public static ProgramAnswer to(List<String> command) throws IOException, InterruptedException {
        return to(command, "");
    }

    /**
     * Asks a program.
     *
     * @param command the program and its arguments, without secrets: every user of the machine can see them
     * @param input what the program reads, which it need not do
     * @throws IOException if the program cannot be started, or does not end in time
     */
    public static ProgramAnswer to(List<String> command, String input) throws IOException, InterruptedException {
        return to(command, input, PATIENCE);
    }

    static ProgramAnswer to(List<String> command, String input, Duration patience)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        // The JVM's environment may hold secrets.
        Optional<String> path = Optional.ofNullable(environment.get("PATH"));
        environment.clear();
        path.ifPresent(value -> environment.put("PATH", value));
        environment.put("LC_ALL", "C");
        Process process = builder.start();
        try {
            try {
                process.getOutputStream().write(input.getBytes(StandardCharsets.US_ASCII));
                process.getOutputStream().close();
            } catch (IOException notListening) {
                // What it wrote before it ended is the answer.
            }
            // The few lines of the answer fit the pipe, so the program can end before they are read.
            if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException(command.get(0) + " did not answer within " + patience.toSeconds() + " s");
            }
            return new ProgramAnswer(
                    process.exitValue(),
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        } finally {
            process.destroyForcibly();
        }
    }
}
