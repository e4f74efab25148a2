package io.github.aivenjunit.verification.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.time.BuildTimes;
import io.github.aivenjunit.index.ClassIndexProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two forks of one Surefire build. Starts a Maven, so it belongs to the profile {@code kill-matrix}. */
class SurefireForkTests {

    private static final Map<String, String> TWO_FORKS = Map.of("forkCount", "2");
    private static final List<String> NAMES = List.of("OneTest", "TwoTest", "ThreeTest", "FourTest");

    @TempDir
    Path directory;

    private final AivenEmulator emulator = AivenEmulator.builder()
            .token(Victim.CANARY)
            .engines(List.of())
            .buildTimes(BuildTimes.fixed(Duration.ofSeconds(3)))
            .start();

    @AfterEach
    void closeEmulator() {
        emulator.close();
    }

    @Test
    void oneForkBeginsForTheOtherWhatTheIndexNames() throws Exception {
        compile("@AivenProject", List.of("-processorpath", index()));

        try (SurefireBuild build = build()) {
            // Two forks by themselves have two at once.
            await().atMost(SurefireBuild.PATIENCE)
                    .until(() -> emulator.projects().size() == NAMES.size());
            build.awaitSuccess();
            build.awaitNothingLeft();
            assertThat(build.log()).contains("Tests run: 4, Failures: 0, Errors: 0, Skipped: 0");
        }
        assertThat(creations()).isEqualTo(NAMES.size());
    }

    @Test
    void withoutTheIndexEachClassHasItsOwnMade() throws Exception {
        compile("@AivenProject", List.of("-proc:none"));

        try (SurefireBuild build = build()) {
            build.awaitSuccess();
            build.awaitNothingLeft();
            assertThat(build.log()).contains("With aiven-junit-index on the processor path");
        }
        assertThat(creations()).isEqualTo(NAMES.size());
    }

    @Test
    void forksShareAProjectThatTheLastOutDeletes() throws Exception {
        compile("@AivenProject(scope = io.github.aivenjunit.spec.Scope.RUN)", List.of("-proc:none"));

        try (SurefireBuild build = build()) {
            build.awaitSuccess();
            build.awaitNothingLeft();
            assertThat(build.log()).contains("Tests run: 4, Failures: 0, Errors: 0, Skipped: 0");
        }
        assertThat(creations()).isEqualTo(1);
    }

    private SurefireBuild build() throws IOException {
        return SurefireBuild.start(directory, emulator, classes(), "*Test", TWO_FORKS);
    }

    private Path classes() {
        return directory.resolve("target/test-classes");
    }

    private long creations() {
        return emulator.requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().equals("/v1/project"))
                .count();
    }

    private void compile(String annotation, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of(
                "-cp",
                SurefireBuild.classPath(),
                "-d",
                Files.createDirectories(classes()).toString()));
        for (String name : NAMES) {
            Path source = directory.resolve(name + ".java");
            Files.writeString(source, source(annotation, name));
            command.add(source.toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new)))
                .as("result of the compiler")
                .isZero();
    }

    private static String source(String annotation, String name) {
        return """
                import io.github.aivenjunit.jupiter.AivenKafkaMirrorMaker;
                import io.github.aivenjunit.jupiter.AivenProject;
                import io.github.aivenjunit.project.EphemeralProject;
                import org.assertj.core.api.Assertions;
                import org.junit.jupiter.api.Test;

                %s
                @AivenKafkaMirrorMaker
                class %s {

                    @Test
                    void hasItsService(EphemeralProject project) {
                        Assertions.assertThat(project.services()).hasSize(1);
                    }
                }
                """.formatted(annotation, name);
    }

    private static String index() {
        return ClassIndexProcessor.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
    }
}
