package io.github.aivenjunit.engine.valkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Another JVM with a running server, see {@link ForkedServerMain}. */
record ForkedServer(Process jvm) {

    static ForkedServer start(Path data) throws IOException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForkedServerMain.class.getName(),
                        data.toString(),
                        TestPlaces.sharedCache().toString(),
                        TestPlaces.searchPath())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = jvm.inputReader();
        String line = output.readLine();
        while (line != null && !line.equals(ForkedServerMain.RUNNING)) {
            line = output.readLine();
        }
        assertThat(line).as("what the forked JVM says").isEqualTo(ForkedServerMain.RUNNING);
        return new ForkedServer(jvm);
    }

    /** The processes that belong to the server. */
    List<ProcessHandle> processes() {
        return jvm.descendants().toList();
    }

    void awaitEnd(List<ProcessHandle> processes) throws InterruptedException {
        assertThat(jvm.waitFor(60, TimeUnit.SECONDS))
                .as("end of the forked JVM")
                .isTrue();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!processes.stream().allMatch(ForkedServer::hasEnded)) {
            assertThat(System.nanoTime()).as("time for the end of " + processes).isLessThan(deadline);
            new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS);
        }
    }

    /** An orphan that has ended may stay in the process table, without a command line, if nobody reaps it. */
    private static boolean hasEnded(ProcessHandle process) {
        return !process.isAlive() || process.info().commandLine().isEmpty();
    }
}
