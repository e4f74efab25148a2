package io.github.aivenjunit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fork knows of the classes that it shares with others. */
class SurefireForkTests {

    @TempDir
    Path directory;

    private final Properties told = new Properties();
    private final Properties system = new Properties();

    @BeforeEach
    void tell() {
        told.setProperty("providerConfiguration", "a provider");
        told.setProperty("preferTestsFromInStream", "true");
        told.setProperty("testClassesDirectory", "/build/test-classes");
        told.setProperty("requestedTest", "");
        told.setProperty("tc.0", "com.example.FirstTest");
        told.setProperty("tc.10", "com.example.LastTest");
        told.setProperty("tc.2", "com.example.SecondTest");
        told.setProperty("tcx.1", "com.example.NoTest");
    }

    @Test
    void theClassesComeInTheOrderOfTheBuild() throws IOException {
        assertThat(queue("/opt/jar"))
                .isEqualTo(List.of(new ClassQueue(
                        "/build/test-classes",
                        List.of("com.example.FirstTest", "com.example.SecondTest", "com.example.LastTest"))));
    }

    @Test
    void theDirectoryAndTheProgramMayHaveSpaces() throws IOException {
        assertThat(queue("/home/of jane/surefire booter.jar")).hasSize(1);
    }

    @Test
    void aForkThatKnowsAllItsClassesSharesNone() throws IOException {
        told.setProperty("preferTestsFromInStream", "false");

        assertThat(queue("/opt/jar")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"requestedTest", "groups", "excludegroups"})
    void whereTheBuildIsFilteredNothingIsKnown(String key) throws IOException {
        told.setProperty(key, "slow");

        assertThat(queue("/opt/jar")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "it.test", "groups", "excludedGroups", "surefire.includes", "surefire.excludes"})
    void whereTheUserFiltersNothingIsKnown(String key) throws IOException {
        system.setProperty(key, "slow");

        assertThat(queue("/opt/jar")).isEmpty();
    }

    @Test
    void aFileOfSomebodyElseTellsNothing() throws IOException {
        told.remove("providerConfiguration");

        assertThat(queue("/opt/jar")).isEmpty();
    }

    @Test
    void anyOtherProgramSharesNothing() {
        system.setProperty("sun.java.command", "com.example.Main one two three " + directory);
        assertThat(SurefireFork.queue(system)).isEmpty();

        system.setProperty("sun.java.command", "com.example.Main");
        assertThat(SurefireFork.queue(system)).isEmpty();

        system.remove("sun.java.command");
        assertThat(SurefireFork.queue(system)).isEmpty();
    }

    /** As a list, empty or of one. */
    private List<ClassQueue> queue(String program) throws IOException {
        Path files = Files.createDirectories(directory.resolve("with a space"));
        try (Writer writer = Files.newBufferedWriter(files.resolve("surefire123tmp"))) {
            told.store(writer, "surefire");
        }
        system.setProperty("sun.java.command", program + " " + files + " 2026-dump surefire123tmp surefire_0tmp");
        return SurefireFork.queue(system).stream().toList();
    }
}
