package io.github.aivenjunit.verification.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A forked JVM with a session, see {@link VictimMain}. It is the first of a process group and session of its own. */
final class Victim implements AutoCloseable {

    static final String CANARY = "canary-token-4711";

    private static final long PATIENCE_SECONDS = 60;

    private final Process process;

    private Victim(Process process) {
        this.process = process;
    }

    /** Starts it with what it needs to know in its environment, as a CI system would. */
    static Victim start(URI api, Path journal, Map<String, String> environment, String ending) throws IOException {
        return start(List.of(), api, journal, environment, ending);
    }

    /** The same, started by another program. */
    static Victim start(List<String> starter, URI api, Path journal, Map<String, String> environment, String ending)
            throws IOException {
        return start(
                starter,
                System.getProperty("java.class.path"),
                List.of(VictimMain.class.getName(), ending),
                api,
                journal,
                environment);
    }

    /** The same with another program, the first of the arguments. */
    static Victim start(
            List<String> starter,
            String classPath,
            List<String> program,
            URI api,
            Path journal,
            Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(starter);
        command.addAll(List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx96m",
                "-XX:+CrashOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-cp",
                classPath));
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        String path = builder.environment().getOrDefault("PATH", "");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("AIVEN_TOKEN", CANARY);
        builder.environment().put("AIVEN_WEB_URL", api.toString());
        builder.environment().put("AIVEN_JOURNAL", journal.toString());
        builder.environment()
                .put("AIVEN_REPORTS", journal.resolveSibling("reports").toString());
        builder.environment().put("AIVEN_CONFIG_FILE", "");
        builder.environment().put("AIVEN_SWEEP", "false");
        builder.environment().put("AIVEN_POLL_INTERVAL", "20ms");
        builder.environment().put("XDG_CONFIG_HOME", journal.toString());
        builder.environment().putAll(environment);
        return new Victim(builder.start());
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until its project is provisioned. */
    void awaitReady() throws IOException {
        assertThat(awaitLine("ready")).isEqualTo("ready");
    }

    /** Waits until it says something that begins so, and returns all of that line. Its log comes the same way. */
    String awaitLine(String beginning) throws IOException {
        return awaitLine("begins with " + beginning, line -> line.startsWith(beginning));
    }

    /** Waits until it logs something that has this in it, and returns all of that line. */
    String awaitLog(String part) throws IOException {
        return awaitLine("contains " + part, line -> line.contains(part));
    }

    private String awaitLine(String description, Predicate<String> wanted) throws IOException {
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !wanted.test(line)) {
            line = output.readLine();
        }
        assertThat(line).as("the victim's line that " + description).isNotNull();
        return String.valueOf(line);
    }

    /** Tells it something. */
    void say(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** The watchdog, and whatever else belongs to it. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** Lets one go on that waits before it ends as it should. */
    void release() throws IOException {
        process.getOutputStream().close();
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
    }

    /** Any other signal, to the process or, with a minus before the number, to its whole group. */
    void signal(String name, String target) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-s", name, "--", target).start();
        assertThat(kill.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    void awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("end of the victim")
                .isTrue();
    }

    @Override
    public void close() {
        children().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
