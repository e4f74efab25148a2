package io.github.aivenjunit.verification.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.ApiToken;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.EmulatedProject;
import io.github.aivenjunit.emulator.time.BuildTimes;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Forks that have one class at a time begin each other's projects, with the index of annotated classes. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ForkLookAheadTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private AivenEmulator emulator = emulator(Duration.ofMillis(500));
    private final List<Victim> forks = new ArrayList<>();
    private final Properties surefire = new Properties();

    @BeforeEach
    void announce() throws IOException {
        surefire.setProperty("providerConfiguration", "a provider");
        surefire.setProperty("preferTestsFromInStream", "true");
        surefire.setProperty("testClassesDirectory", directory.toString());
        surefire.setProperty("requestedTest", "");
        classes(ForkCases.One.class, ForkCases.Two.class, ForkCases.Three.class, ForkCases.Four.class);
        index(
                ForkCases.One.class,
                ForkCases.Two.class,
                ForkCases.Three.class,
                ForkCases.Four.class,
                ForkCases.Off.class,
                ForkCases.Refused.class);
    }

    @AfterEach
    void close() {
        forks.forEach(Victim::close);
        emulator.close();
    }

    @Test
    void theFirstForkBeginsAllAndEachIsDeletedByTheForkThatRanItsClass() throws Exception {
        Victim first = fork();
        first.say(ForkCases.One.class.getName());
        await().atMost(PATIENCE).until(() -> creations() == 4);

        Victim second = fork();
        runs(second, ForkCases.Two.class);
        // Confirmed, although the other fork has begun it and is still there.
        assertThat(projects()).noneMatch(name -> name.contains("-two-"));
        first.awaitLine("ran " + ForkCases.One.class.getName());
        runs(first, ForkCases.Three.class);
        runs(second, ForkCases.Four.class);
        assertThat(projects()).isEmpty();

        end(second);
        end(first);
        assertThat(creations()).isEqualTo(4);
        assertNothingLeft();
    }

    @Test
    void theWindowCountsForAllForksTogether() throws Exception {
        Victim first = fork(Map.of("AIVEN_LOOKAHEAD", "1"));
        runs(first, ForkCases.One.class);
        await().atMost(PATIENCE).until(() -> creations() == 2);
        assertThat(projects()).singleElement().asString().contains("-two-");

        Victim second = fork(Map.of("AIVEN_LOOKAHEAD", "1"));
        runs(second, ForkCases.Four.class);
        assertThat(creations()).isEqualTo(3);

        runs(first, ForkCases.Two.class);
        runs(second, ForkCases.Three.class);
        end(first);
        end(second);
        assertThat(creations()).isEqualTo(4);
        assertNothingLeft();
    }

    @Test
    void thePriceLimitsWhatAForkBegins() throws Exception {
        // Prices are those of a project.
        emulator.createProject("lender", Map.of());
        Victim fork = fork(Map.of("AIVEN_LOOKAHEAD_PRICE", "0.075"));
        runs(fork, ForkCases.One.class);
        await().atMost(PATIENCE).until(() -> creations() == 2);
        assertThat(projects()).singleElement().asString().contains("-two-");

        runs(fork, ForkCases.Two.class);
        await().atMost(PATIENCE).until(() -> creations() == 3);
        runs(fork, ForkCases.Three.class);
        runs(fork, ForkCases.Four.class);
        end(fork);
        assertThat(creations()).isEqualTo(4);
        assertNothingLeft();
    }

    @Test
    void aForkThatEndsWaitsForWhoeverHasComeForWhatItIsCreating() throws Exception {
        classes(ForkCases.One.class, ForkCases.Two.class);
        Victim first = fork();
        Victim second = fork();
        first.say(ForkCases.One.class.getName());
        await().atMost(PATIENCE).until(() -> creations() == 2);
        second.say(ForkCases.Two.class.getName());
        first.release();

        first.awaitLine("closed");
        second.awaitLine("ran " + ForkCases.Two.class.getName());
        end(second);
        assertNothingLeft();
    }

    @Test
    void aForkThatEndsLeavesTimeToWhoeverHasJustGotTheLastClass() throws Exception {
        classes(ForkCases.One.class, ForkCases.Two.class);
        Victim first = fork();
        Victim second = fork();
        runs(first, ForkCases.One.class);
        await().atMost(PATIENCE).until(() -> creations() == 2);
        first.release();
        second.say(ForkCases.Two.class.getName());

        second.awaitLine("ran " + ForkCases.Two.class.getName());
        first.awaitLine("closed");
        end(second);
        assertThat(creations()).isEqualTo(2);
        assertNothingLeft();
    }

    @Test
    void whoeverWaitsForAForkThatIsKilledCreatesByItself() throws Exception {
        emulator.close();
        emulator = emulator(Duration.ofHours(1));
        classes(ForkCases.One.class, ForkCases.Two.class);
        Victim first = fork();
        Victim second = fork();
        first.say(ForkCases.One.class.getName());
        await().atMost(PATIENCE).until(() -> creations() == 2);
        second.say(ForkCases.Two.class.getName());
        second.awaitLog("Waiting for another fork, which creates the project of " + ForkCases.Two.class.getName());
        first.kill();

        await().atMost(PATIENCE).until(() -> creations() == 3 && projects().size() == 1);
        second.kill();
        await().atMost(PATIENCE).untilAsserted(this::assertNothingLeft);
    }

    @Test
    void whatTheKilledForkHadReadyIsDeletedByItsWatchdogUnlessAnotherForkHasIt() throws Exception {
        Victim first = fork();
        runs(first, ForkCases.One.class);
        await().atMost(PATIENCE).until(() -> projects().size() == 3);
        first.kill();
        await().atMost(PATIENCE).until(() -> projects().isEmpty());

        Victim second = fork();
        runs(second, ForkCases.Two.class);
        end(second);
        await().atMost(PATIENCE).untilAsserted(this::assertNothingLeft);
    }

    @Test
    void aForkThatIsKilledInItsClassLeavesNothing() throws Exception {
        Victim first = fork();
        runs(first, ForkCases.One.class);
        Victim second = fork();
        second.say(ForkCases.Two.class.getName());
        second.awaitLog("is taken over");
        second.kill();

        end(first);
        await().atMost(PATIENCE).untilAsserted(this::assertNothingLeft);
    }

    @Test
    void aProjectThatSomebodyHasDeletedIsMadeAnewByItsClass() throws Exception {
        classes(ForkCases.One.class, ForkCases.Two.class);
        Victim first = fork();
        runs(first, ForkCases.One.class);
        await().atMost(PATIENCE).until(() -> creations() == 2 && projects().size() == 1);
        await().atMost(PATIENCE)
                .until(() -> emulator.services().stream()
                        .allMatch(service -> service.state().equals("RUNNING")));
        delete(projects().get(0));

        Victim second = fork();
        runs(second, ForkCases.Two.class);
        end(second);
        end(first);
        assertThat(creations()).isEqualTo(3);
        assertNothingLeft();
    }

    @Test
    void whatNoForkHasComeForIsDeletedAtTheEndAndSaid() throws Exception {
        Victim fork = fork();
        runs(fork, ForkCases.One.class);
        await().atMost(PATIENCE).until(() -> creations() == 4);
        fork.release();

        assertThat(fork.awaitLog("No fork of this build"))
                .endsWith(
                        "No fork of this build has run %s, %s, %s, whose projects were begun ahead and are deleted now. If the build leaves out classes on purpose, set aiven.lookahead=off, or leave aiven-junit-index out."
                                .formatted(
                                        ForkCases.Two.class.getName(),
                                        ForkCases.Three.class.getName(),
                                        ForkCases.Four.class.getName()));
        fork.awaitLine("closed");
        assertNothingLeft();
    }

    @Test
    void nothingIsBegunForClassesWithoutATestThatRuns() throws Exception {
        classes(ForkCases.One.class, ForkCases.Off.class, ForkCases.Case.class);
        Victim fork = fork();
        runs(fork, ForkCases.One.class);
        end(fork);
        assertThat(creations()).isEqualTo(1);
        assertNothingLeft();
    }

    @Test
    void aProjectThatItsClassDoesNotWantIsDeletedWhenTheClassIsSkipped() throws Exception {
        classes(ForkCases.One.class, ForkCases.Refused.class);
        Victim first = fork();
        runs(first, ForkCases.One.class);
        await().atMost(PATIENCE).until(() -> projects().size() == 1);

        Victim second = fork();
        runs(second, ForkCases.Refused.class);
        await().atMost(PATIENCE).until(() -> projects().isEmpty());
        end(second);
        end(first);
        assertThat(creations()).isEqualTo(2);
        assertNothingLeft();
    }

    @Test
    void withoutTheIndexEachClassWaitsForItsOwnAndTheForkSaysSo() throws Exception {
        Files.delete(directory.resolve("index/META-INF/aiven-junit/classes.index"));
        Victim fork = fork();
        fork.say(ForkCases.One.class.getName());

        assertThat(fork.awaitLog("one class at a time"))
                .endsWith("The build tool gives each fork one class at a time, so every class waits for its own"
                        + " project. With aiven-junit-index on the processor path of the tests, one fork begins those"
                        + " of others.");
        fork.awaitLine("ran ");
        end(fork);
        assertThat(creations()).isEqualTo(1);
        assertNothingLeft();
    }

    private void delete(String project) {
        try (AivenClient client = AivenClient.builder()
                .endpoint(emulator.endpoint())
                .token(ApiToken.of(Victim.CANARY))
                .build()) {
            emulator.services().forEach(service -> client.services().delete(project, service.name()));
            client.projects().delete(project);
        }
    }

    private static AivenEmulator emulator(Duration buildTime) {
        return AivenEmulator.builder()
                .token(Victim.CANARY)
                .engines(List.of())
                .buildTimes(BuildTimes.fixed(buildTime))
                .start();
    }

    private Victim fork() throws IOException {
        return fork(Map.of());
    }

    private Victim fork(Map<String, String> environment) throws IOException {
        Path work = Files.createDirectories(directory.resolve("with a space"));
        Path file = work.resolve("surefire-" + forks.size() + "tmp");
        try (Writer writer = Files.newBufferedWriter(file)) {
            surefire.store(writer, "surefire");
        }
        Map<String, String> all = Stream.of(Map.of("AIVEN_RUN", "4711"), environment)
                .flatMap(each -> each.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Victim fork = Victim.start(
                List.of(),
                directory.resolve("index") + File.pathSeparator + System.getProperty("java.class.path"),
                List.of(
                        ForkMain.class.getName(),
                        work.toString(),
                        "dump",
                        file.getFileName().toString(),
                        "system"),
                emulator.endpoint(),
                Files.createDirectories(directory.resolve("journal")),
                all);
        forks.add(fork);
        return fork;
    }

    private static void runs(Victim fork, Class<?> testClass) throws IOException {
        fork.say(testClass.getName());
        assertThat(fork.awaitLine("ran ")).isEqualTo("ran " + testClass.getName());
    }

    private static void end(Victim fork) throws Exception {
        fork.release();
        fork.awaitLine("closed");
        fork.awaitEnd();
    }

    private void classes(Class<?>... classes) {
        surefire.keySet().removeIf(key -> key.toString().startsWith("tc."));
        for (int i = 0; i < classes.length; i++) {
            surefire.setProperty("tc." + i, classes[i].getName());
        }
    }

    private void index(Class<?>... classes) throws IOException {
        Path index = directory.resolve("index/META-INF/aiven-junit/classes.index");
        Files.createDirectories(index.getParent());
        Files.write(index, Arrays.stream(classes).map(Class::getName).toList());
    }

    private List<String> projects() {
        return emulator.projects().stream()
                .map(EmulatedProject::name)
                .filter(name -> name.startsWith("aj-"))
                .toList();
    }

    private long creations() {
        return emulator.requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().equals("/v1/project"))
                .count();
    }

    private void assertNothingLeft() throws IOException {
        assertThat(projects()).isEmpty();
        Path journal = directory.resolve("journal");
        try (Stream<Path> files = Files.walk(journal)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> journal.relativize(file).toString()))
                    .isSubsetOf("shared/lock");
        }
    }
}
