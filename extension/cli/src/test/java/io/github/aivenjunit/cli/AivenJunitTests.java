package io.github.aivenjunit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.aivenjunit.config.ConfigSource;
import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.EmulatedProject;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AivenJunitTests {

    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Duration PASSED = Duration.ofHours(-1);

    private final AivenEmulator emulator =
            AivenEmulator.builder().engines(List.of()).start();

    @TempDir
    private Path directory;

    private Configuration configuration;
    private String journal;

    @BeforeEach
    void configure() {
        configuration = Configuration.of(List.of(ConfigSource.userFile(emulator.writeUserFile(directory))));
        journal = "--journal=" + directory.resolve("journal");
    }

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void whereNothingIsFoundASweepIsDone() {
        Console console = run("sweep");

        assertThat(console.code()).isEqualTo(ExitCode.DONE.number());
        assertThat(console.out().strip()).isEqualTo("Nothing of ours was found at " + emulator.endpoint() + ".");
        assertThat(console.err()).isEmpty();
    }

    @Test
    void aDryRunSaysWhatItWouldDeleteAndEndsWithOne() {
        project("aj-expired", "4711", PASSED);
        project("aj-kept", "4712", AHEAD);

        Console console = run("sweep");

        assertThat(console.code()).isEqualTo(ExitCode.FOUND.number());
        assertThat(console.out().lines())
                .hasSize(3)
                .satisfiesExactly(
                        head -> assertThat(head)
                                .matches("project +service +run +owner +expires +USD/h +outcome +because"),
                        expired -> assertThat(expired)
                                .matches("aj-expired +- +4711 +jane +\\S+ +0 +deletable +it expired at \\S+"),
                        kept -> assertThat(kept)
                                .matches(
                                        "aj-kept +- +4712 +jane +\\S+ +0 +refused +it is in use, or kept, until \\S+"));
        assertThat(console.err().strip()).isEqualTo("Nothing was deleted, because this was a dry run. Add --delete.");
        assertThat(projects()).containsExactly("aj-expired", "aj-kept");
    }

    @Test
    void deletingEndsWithNothingLeft() {
        project("aj-expired", "4711", PASSED);

        Console console = run("sweep", "--delete");

        assertThat(console.code()).isEqualTo(ExitCode.DONE.number());
        assertThat(console.out()).contains("deleted");
        assertThat(projects()).isEmpty();
    }

    @Test
    void aRunIsSweptByItsId() {
        project("aj-mine", "4711", AHEAD);
        project("aj-other", "4712", AHEAD);

        assertThat(run("sweep", "--run", "4711", "--delete").code()).isEqualTo(ExitCode.DONE.number());

        assertThat(projects()).containsExactly("aj-other");
    }

    @Test
    void ageIsReadLikeEveryOtherDuration() {
        project("aj-young", "4711", AHEAD);

        assertThat(run("sweep", "--older-than", "2h").code()).isEqualTo(ExitCode.DONE.number());
        assertThat(run("sweep", "--older-than", "soon"))
                .satisfies(console -> assertThat(console.code()).isEqualTo(ExitCode.USAGE.number()))
                .satisfies(console -> assertThat(console.err().lines().findFirst())
                        .contains("Invalid value for option '--older-than': 'soon' is no time above zero. Write"
                                + " one such as 90m, 6h or 2d."));
    }

    @Test
    void listNeverFailsASchedulerForWhatItFinds() {
        project("aj-expired", "4711", PASSED);

        Console console = run("list");

        assertThat(console.code()).isEqualTo(ExitCode.DONE.number());
        assertThat(console.out()).contains("aj-expired").contains("deletable");
    }

    @Test
    void jsonHasEveryFieldAndNothingElseIsOnTheStandardOutput() throws Exception {
        project("aj-expired", "4711", PASSED);

        JsonNode root = JsonMapper.builder()
                .build()
                .readTree(run("sweep", "--json", "--delete").out());

        assertThat(root.path("endpoint").textValue())
                .isEqualTo(emulator.endpoint().toString());
        assertThat(root.path("dryRun").booleanValue()).isFalse();
        assertThat(root.path("otherJournals").isArray()).isTrue();
        JsonNode item = root.path("items").path(0);
        assertThat(item.fieldNames())
                .toIterable()
                .containsExactly(
                        "project", "service", "run", "owner", "expires", "hourlyPriceUsd", "outcome", "reason");
        assertThat(item.path("project").textValue()).isEqualTo("aj-expired");
        assertThat(item.path("service").isNull()).isTrue();
        assertThat(item.path("hourlyPriceUsd").isNumber()).isTrue();
        assertThat(item.path("outcome").textValue()).isEqualTo("deleted");
    }

    @Test
    void whatCannotBeDeletedEndsWithFour() {
        project("aj-expired", "4711", PASSED);
        emulator.inject(new Fault.Html(Target.operation("ServiceList"), 400));

        Console console = run("sweep", "--delete");

        assertThat(console.code()).isEqualTo(ExitCode.LEFT.number());
        assertThat(console.out()).contains("left");
        assertThat(projects()).containsExactly("aj-expired");
    }

    @Test
    void withoutATokenTheApiCannotBeAsked() {
        Console console = Console.run(Configuration.of(List.of()), "sweep", journal);

        assertThat(console.code()).isEqualTo(ExitCode.API.number());
        assertThat(console.err().strip())
                .isEqualTo("No API token is configured. Set AIVEN_TOKEN, or 'token' in the user's file.");
    }

    @Test
    void aTokenThatIsNotAcceptedIsTroubleWithTheApi() throws IOException {
        Path file = Files.writeString(directory.resolve("wrong"), "url=" + emulator.endpoint() + "\ntoken=wr0ng");

        Console console =
                Console.run(Configuration.of(List.of(ConfigSource.userFile(file))), "sweep", "--delete", journal);

        assertThat(console.code()).isEqualTo(ExitCode.API.number());
        assertThat(console.err()).contains("token").doesNotContain("wr0ng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--token=s3cret", "--tocken=s3cret", "s3cret"})
    void aTokenIsNoArgumentAndIsNotRepeated(String argument) {
        Console console = run("sweep", argument);

        assertThat(console.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(console.out()).isEmpty();
        assertThat(console.err()).doesNotContain("s3cret").isNotBlank();
    }

    @Test
    void theTokenIsInNoOutput() {
        project("aj-expired", "4711", PASSED);

        for (String[] command : List.of(
                new String[] {"list"}, new String[] {"list", "--json"}, new String[] {"sweep", "--help"}, new String[] {
                    "sweep", "--delete", "--json"
                })) {
            Console console = run(command);
            assertThat(console.out() + console.err()).isNotBlank().doesNotContain(emulator.token());
        }
    }

    @Test
    void withoutACommandItSaysWhichThereAre() {
        Console console = Console.run(configuration);

        assertThat(console.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(console.err()).startsWith("Say what to do: list or sweep.");
    }

    private Console run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = journal;
        return Console.run(configuration, all);
    }

    private void project(String name, String run, Duration expiresIn) {
        emulator.createProject(
                name,
                Map.of(
                        "aiven-junit-run",
                        run,
                        "aiven-junit-owner",
                        "jane",
                        "aiven-junit-expires",
                        Instant.now()
                                .plus(expiresIn)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()));
    }

    private List<String> projects() {
        return emulator.projects().stream().map(EmulatedProject::name).toList();
    }
}
