package io.github.aivenjunit.verification.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.aivenjunit.emulator.AivenEmulator;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Maven that runs Surefire on compiled classes against an emulator; it has to be on the PATH with Surefire in its local
 * repository. Its forks have the class path of this very test, so that nothing has to be installed.
 */
final class SurefireBuild implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path directory;
    private final AivenEmulator emulator;
    private final Process maven;

    private SurefireBuild(Path directory, AivenEmulator emulator, Process maven) {
        this.directory = directory;
        this.emulator = emulator;
        this.maven = maven;
    }

    /**
     * Starts it.
     *
     * @param directory the project's, with nothing in it that this would overwrite
     * @param classes where the compiled test classes are
     * @param pattern which of them to run
     * @param properties of the command
     */
    static SurefireBuild start(
            Path directory, AivenEmulator emulator, Path classes, String pattern, Map<String, String> properties)
            throws IOException {
        Files.writeString(directory.resolve("pom.xml"), pom(classes, pattern));
        List<String> command = new ArrayList<>(List.of("mvn", "-o", "-B", "surefire:test"));
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(directory).toFile());
        builder.environment().put("AIVEN_TOKEN", Victim.CANARY);
        builder.environment().put("AIVEN_WEB_URL", emulator.endpoint().toString());
        builder.environment()
                .put(
                        "AIVEN_JOURNAL",
                        Files.createDirectories(journal(directory)).toString());
        builder.environment().put("AIVEN_SWEEP", "false");
        builder.environment().put("AIVEN_POLL_INTERVAL", "20ms");
        return new SurefireBuild(directory, emulator, builder.start());
    }

    private static Path log(Path directory) {
        return directory.resolve("maven.log");
    }

    private static Path journal(Path directory) {
        return directory.resolve("journal");
    }

    String log() throws IOException {
        return Files.readString(log(directory));
    }

    /** {@code kill -9} to Maven alone. */
    void kill() {
        maven.destroyForcibly();
    }

    /** {@code SIGTERM} to Maven alone. */
    void terminate() {
        maven.destroy();
    }

    void awaitEnd() throws InterruptedException {
        assertThat(maven.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("end of Maven")
                .isTrue();
    }

    void awaitSuccess() throws InterruptedException, IOException {
        awaitEnd();
        assertThat(log()).contains("BUILD SUCCESS");
    }

    void awaitNothingLeft() {
        assertThat(emulator.requests())
                .as("some test has run")
                .anyMatch(request -> request.method().equals("POST"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(emulator.projects()).as("projects").isEmpty();
            assertThat(promises()).as("journals").isEmpty();
        });
    }

    /** The lock stays: one on a file that somebody else has deleted would keep nobody out. */
    private List<Path> promises() throws IOException {
        try (Stream<Path> files = Files.walk(journal(directory))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("shared/lock"))
                    .toList();
        }
    }

    @Override
    public void close() {
        maven.descendants().forEach(ProcessHandle::destroyForcibly);
        maven.destroyForcibly();
    }

    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static String pom(Path classes, String pattern) {
        String elements = Arrays.stream(classPath().split(File.pathSeparator))
                .map(element -> "<additionalClasspathElement>" + element + "</additionalClasspathElement>")
                .collect(Collectors.joining());
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>fixture</artifactId>
                  <version>1</version>
                  <dependencies>
                    <!-- By this Surefire knows which provider to take. -->
                    <dependency>
                      <groupId>org.junit.jupiter</groupId>
                      <artifactId>junit-jupiter</artifactId>
                      <version>%s</version>
                    </dependency>
                  </dependencies>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>org.apache.maven.plugins</groupId>
                        <artifactId>maven-surefire-plugin</artifactId>
                        <version>3.6.1</version>
                        <configuration>
                          <testClassesDirectory>%s</testClassesDirectory>
                          <includes><include>**/%s.java</include></includes>
                          <additionalClasspathElements>%s</additionalClasspathElements>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(System.getProperty("junit.version.under.test"), classes, pattern, elements);
    }
}
