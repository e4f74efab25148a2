package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Target;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenService;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.PostgresService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What a run shows of itself afterwards. */
class TimelineTests {

    private static final Pattern PROJECT = Pattern.compile("\"project\":\"(aj-[^\"]+)\",\"emulated\"");

    @Test
    void itHasTheRungsAndTheDeletionOfEveryProjectOfTheRun() throws IOException {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            EngineExecutionResults results = run.succeeds(3, FirstTestCase.class, SecondTestCase.class);

            String json = json(run);
            List<String> created = ExtensionRun.reported(results, "aiven.project");
            assertThat(created).hasSize(2);
            assertThat(matches(PROJECT, json)).containsExactlyInAnyOrderElementsOf(created);
            assertThat(matches(Pattern.compile("(\"deleting\":\\d+,\"ended\":\\d+,\"fate\":\"deleted\")"), json))
                    .hasSize(2);
            for (String rung : new String[] {"api-state", "dns", "tcp", "tls", "login", "query"}) {
                assertThat(matches(Pattern.compile("(\"" + rung + "\":\\[\\d+,\\d+])"), json))
                        .as(rung)
                        .hasSize(2);
            }
        }
    }

    @Test
    void everyClassHasALaneWithItsTestsAndItsBill() throws IOException {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(3, FirstTestCase.class, SecondTestCase.class);

            String json = json(run);
            assertThat(json)
                    .containsPattern("\"name\":\"" + Pattern.quote(FirstTestCase.class.getName())
                            + "\",\"platform\":\\d,\"asked\":\\d+,\"usable\":\\d+,\"tested\":\\d+,\"finished\":\\d+,"
                            + "\"tests\":\\{\"passed\":2}")
                    .containsPattern("\"class\":\"" + Pattern.quote(SecondTestCase.class.getName())
                            + "\",\"project\":\"aj-[^\"]+\",\"services\":\\[\"pg startup-4\"],\"hours\":1,"
                            + "\"price\":0\\.\\d+,");
            assertThat(Files.readString(page(run)))
                    .contains("TimelineTests$FirstTestCase", ">Aiven</span>", "2 classes, 2 projects");
        }
    }

    @Test
    void everyRequestIsCounted() throws IOException {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(1, SecondTestCase.class);

            String counts = json(run).replaceFirst(".*\"counts\":\\[(.*?)]],.*\\R", "$1]");
            long counted = matches(Pattern.compile("\\[\\d+,(\\d+,\\d+,\\d+),\\d+,\\d+]"), counts)
                    .flatMap(row -> Stream.of(row.split(",")))
                    .mapToLong(Long::parseLong)
                    .sum();
            assertThat(counted).isEqualTo(run.emulator().requests().size());
        }
    }

    @Test
    void aServiceThatNeverWasUsableIsShownAsSuch() throws IOException {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.emulator().inject(new Fault.Html(Target.operation("ServiceCreate"), 400));
            assertThat(ExtensionRun.failures(run.run(SecondTestCase.class))).hasSize(1);

            assertThat(json(run)).containsPattern("\"usable\":null,\"failed\":\\d+,\"deleting\":\\d+");
            assertThat(Files.readString(page(run))).contains("never usable");
        }
    }

    @Test
    void noSecretIsInIt() throws IOException {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(1, SecretTestCase.class);

            List<String> secrets = List.of(
                    run.emulator().token(), System.getProperty(SecretTestCase.PASSWORD), "c4nary-in-user-config");
            for (Path file : run.timelines()) {
                assertThat(Files.readString(file)).doesNotContain(secrets).doesNotContain("postgres://");
            }
            assertThat(run.timelines()).hasSize(2);
        } finally {
            System.clearProperty(SecretTestCase.PASSWORD);
        }
    }

    @Test
    void aRunWithoutOurAnnotationsWritesNothing() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(1, PlainTestCase.class);

            assertThat(run.timelines()).isEmpty();
        }
    }

    private static String json(ExtensionRun run) throws IOException {
        return Files.readString(only(run, ".json"));
    }

    private static Path page(ExtensionRun run) {
        return only(run, ".html");
    }

    private static Path only(ExtensionRun run, String ending) {
        List<Path> files = run.timelines().stream()
                .filter(file -> file.toString().endsWith(ending))
                .toList();
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    @AivenProject
    @AivenPostgres
    static class FirstTestCase {
        @Test
        void runs(EphemeralProject project) {
            assertThat(project.services()).hasSize(1);
        }

        @Test
        void runsToo() {}
    }

    @AivenProject
    @AivenPostgres
    static class SecondTestCase {
        @Test
        void runs() {}
    }

    @AivenProject
    @AivenService(
            name = "pg",
            type = "pg",
            plan = "startup-4",
            userConfig = "{\"admin_password\": \"c4nary-in-user-config\"}")
    static class SecretTestCase {

        static final String PASSWORD = "verification.timeline.password";

        @Test
        void hasAPassword(PostgresService postgres) {
            System.setProperty(PASSWORD, postgres.password());
        }
    }

    static class PlainTestCase {
        @Test
        void runs() {}
    }
}
