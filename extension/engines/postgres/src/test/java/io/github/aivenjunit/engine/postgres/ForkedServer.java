package io.github.aivenjunit.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Another JVM with a running server, see {@link ForkedServerMain}. */
record ForkedServer(Process jvm) {

    static ForkedServer start(Path data, Path cache) throws IOException {
        return new ForkedServer(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForkedServerMain.class.getName(),
                        data.toString(),
                        cache.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Waits until the server accepted a session. */
    ForkedServer running() throws IOException {
        BufferedReader output = jvm.inputReader();
        String line = output.readLine();
        while (line != null && !line.equals("[defaultdb]")) {
            line = output.readLine();
        }
        assertThat(line).as("what the forked JVM says").isEqualTo("[defaultdb]");
        return this;
    }

    /** The processes that belong to the server: the watching shell first. */
    List<ProcessHandle> processes() {
        return jvm.descendants().toList();
    }

    /** Ends the JVM as a crash would. */
    void kill() throws InterruptedException {
        jvm.destroyForcibly();
        // Only then the system has freed its locks.
        assertThat(jvm.waitFor(60, TimeUnit.SECONDS))
                .as("end of the forked JVM")
                .isTrue();
    }

    void awaitEnd(List<ProcessHandle> processes) throws InterruptedException {
        assertThat(jvm.waitFor(60, TimeUnit.SECONDS))
                .as("end of the forked JVM")
                .isTrue();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!processes.stream().allMatch(ForkedServer::hasEnded)) {
            assertThat(System.nanoTime()).as("time for the end of " + processes).isLessThan(deadline);
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 20, TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    /** An orphan that has ended may stay in the process table, without a command line, if nobody reaps it. */
    private static boolean hasEnded(ProcessHandle process) {
        return !process.isAlive() || process.info().commandLine().isEmpty();
    }
}
