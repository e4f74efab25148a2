package io.github.aivenjunit.engine.valkey.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a program says when it is asked once.
 *
 * @param status its exit status
 * @param output what it wrote
 */
record ProgramProbe(int status, String output) {

    private static final long PATIENCE_SECONDS = 10;
    /** Neither Valkey nor Redis knows the last line, so the program ends without starting a server. */
    private static final String UNKNOWN_DIRECTIVE = "aiven-junit-probe";

    private static final String TLS_QUESTION = "port 0\ntls-port 0\n" + UNKNOWN_DIRECTIVE + "\n";

    static ProgramProbe version(Path program) throws IOException, InterruptedException {
        return ask(List.of(program.toString(), "--version"), "");
    }

    /** Whether the program was built with TLS: it stumbles over the first line of its configuration it does not know. */
    static boolean speaksTls(Path program) throws IOException, InterruptedException {
        return ask(List.of(program.toString(), "-"), TLS_QUESTION).output().contains("'" + UNKNOWN_DIRECTIVE + "'");
    }

    private static ProgramProbe ask(List<String> command, String input) throws IOException, InterruptedException {
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
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(command.get(0) + " did not answer within " + PATIENCE_SECONDS + " s");
            }
            return new ProgramProbe(
                    process.exitValue(),
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        } finally {
            process.destroyForcibly();
        }
    }
}
