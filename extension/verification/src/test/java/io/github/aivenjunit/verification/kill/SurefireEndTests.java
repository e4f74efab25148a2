package io.github.aivenjunit.verification.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.aivenjunit.emulator.AivenEmulator;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However Surefire and Maven end a fork, nothing is left. Runs Maven, which has to be on the PATH with Surefire in its
 * local repository, so it belongs to the profile {@code kill-matrix}.
 */
class SurefireEndTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    private final AivenEmulator emulator =
            AivenEmulator.builder().token(Victim.CANARY).engines(List.of()).start();

    @AfterEach
    void closeEmulator() {
        emulator.close();
    }

    @Test
    void aForkThatSurefireKillsAfterItsTimeoutLeavesNothing() throws Exception {
        Process maven = maven(Map.of("surefire.timeout", "15"));
        try {
            assertThat(maven.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            awaitNothingLeft();
        } finally {
            end(maven);
        }
    }

    @Test
    void aForkWhoseMavenIsKilledLeavesNothing() throws Exception {
        Process maven = maven(Map.of());
        try {
            awaitProject();
            maven.destroyForcibly();
            awaitNothingLeft();
        } finally {
            end(maven);
        }
    }

    @Test
    void aForkThatIsKilledWithItsMavenLeavesNothing() throws Exception {
        Process maven = maven(Map.of("surefire.shutdown", "kill"));
        try {
            awaitProject();
            maven.destroyForcibly();
            awaitNothingLeft();
        } finally {
            end(maven);
        }
    }

    @Test
    void aMavenThatIsInterruptedLeavesNothing() throws Exception {
        Process maven = maven(Map.of());
        try {
            awaitProject();
            maven.destroy();
            awaitNothingLeft();
        } finally {
            end(maven);
        }
    }

    @Test
    void aRunThatEndsWellLeavesTheTokenInNoFile() throws Exception {
        Process maven = maven(PassingCase.class, Map.of("trimStackTrace", "false"));
        try {
            assertThat(maven.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            awaitNothingLeft();
            assertThat(directory.resolve("target/surefire-reports")).isNotEmptyDirectory();
            try (Stream<Path> files = Files.walk(directory)) {
                assertThat(files.filter(Files::isRegularFile))
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                                .doesNotContain(Victim.CANARY));
            }
        } finally {
            end(maven);
        }
    }

    private void awaitProject() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(emulator.projects()).hasSize(1);
            assertThat(emulator.services()).hasSize(1);
        });
    }

    private void awaitNothingLeft() {
        assertThat(emulator.requests())
                .as("the fixture has run")
                .anyMatch(request -> request.method().equals("POST"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(emulator.projects()).as("projects").isEmpty();
            assertThat(journal()).as("journals").isEmptyDirectory();
        });
    }

    private static void end(Process maven) {
        maven.descendants().forEach(ProcessHandle::destroyForcibly);
        maven.destroyForcibly();
    }

    private Process maven(Map<String, String> properties) throws IOException {
        return maven(HangingCase.class, properties);
    }

    private Process maven(Class<?> fixture, Map<String, String> properties) throws IOException {
        Files.writeString(directory.resolve("pom.xml"), pom(fixture));
        List<String> command = new ArrayList<>(List.of("mvn", "-o", "-q", "-B", "surefire:test"));
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("maven.log").toFile());
        builder.environment().put("AIVEN_TOKEN", Victim.CANARY);
        builder.environment().put("AIVEN_WEB_URL", emulator.endpoint().toString());
        builder.environment().put("AIVEN_JOURNAL", journal().toString());
        builder.environment().put("AIVEN_SWEEP", "false");
        builder.environment().put("AIVEN_POLL_INTERVAL", "20ms");
        return builder.start();
    }

    private Path journal() throws IOException {
        return Files.createDirectories(directory.resolve("journal"));
    }

    /** The class path of this very test, so that nothing has to be installed. */
    private static String pom(Class<?> fixture) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String elements = Arrays.stream(classPath.split(File.pathSeparator))
                .map(element -> "<additionalClasspathElement>" + element + "</additionalClasspathElement>")
                .collect(Collectors.joining());
        String classes = Path.of(SurefireEndTests.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>hanging</artifactId>
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
                """.formatted(
                        System.getProperty("junit.version.under.test"), classes, fixture.getSimpleName(), elements);
    }
}
