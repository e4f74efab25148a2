package io.github.aivenjunit.engine.mysql.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What a program says when it is asked for its version.
 *
 * @param status its exit status
 * @param output what it wrote
 */
record ProgramProbe(int status, String output) {

    private static final long PATIENCE_SECONDS = 10;

    static ProgramProbe of(Path program) throws IOException, InterruptedException {
        // The machine's own option files could hold options that end the program at once.
        ProcessBuilder builder =
                new ProcessBuilder(program.toString(), "--no-defaults", "--version").redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        // The JVM's environment may hold secrets.
        Optional<String> path = Optional.ofNullable(environment.get("PATH"));
        environment.clear();
        path.ifPresent(value -> environment.put("PATH", value));
        environment.put("LC_ALL", "C");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            // The few lines of the answer fit the pipe, so the program can end before they are read.
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(program + " did not answer within " + PATIENCE_SECONDS + " s");
            }
            return new ProgramProbe(
                    process.exitValue(),
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        } finally {
            process.destroyForcibly();
        }
    }
}
