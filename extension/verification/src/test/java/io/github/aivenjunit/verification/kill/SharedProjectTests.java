package io.github.aivenjunit.verification.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.EmulatedProject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forks of one run share a project: the first creates it, the last out deletes it, however the others ended. */
class SharedProjectTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Map<String, String> SHARING = Map.of("AIVEN_SCOPE", "RUN", "AIVEN_RUN", "4711");

    @TempDir
    Path directory;

    private final AivenEmulator emulator =
            AivenEmulator.builder().token(Victim.CANARY).engines(List.of()).start();

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void theLastOutDeletesAlthoughTheCreatorLeftFirst() throws Exception {
        try (Victim creator = member();
                Victim other = member()) {
            creator.awaitReady();
            other.awaitReady();
            assertThat(emulator.projects()).hasSize(1);

            creator.release();
            creator.awaitEnd();
            assertThat(emulator.projects()).hasSize(1);

            other.release();
            other.awaitEnd();
            assertNothingLeft();
            assertThat(creations()).isEqualTo(1);
        }
    }

    @Test
    void runsOfTheirOwnDoNotShare() throws Exception {
        try (Victim one = member();
                Victim other = start(Map.of("AIVEN_SCOPE", "RUN", "AIVEN_RUN", "4712"))) {
            one.awaitReady();
            other.awaitReady();

            assertThat(emulator.projects()).hasSize(2);
            one.release();
            other.release();
            one.awaitEnd();
            other.awaitEnd();
            assertNothingLeft();
        }
    }

    @Test
    void aKilledCreatorCountsAsOutAndTakesNothingWithIt() throws Exception {
        try (Victim creator = member()) {
            creator.awaitReady();
            try (Victim other = member()) {
                other.awaitReady();
                creator.kill();
                creator.awaitEnd();
                // Its watchdog has done what there was to do when the journal is gone.
                await().atMost(PATIENCE).until(() -> journals().size() == 1);
                assertThat(emulator.projects())
                        .singleElement()
                        .satisfies(project -> assertThat(project.services()).hasSize(2));

                other.release();
                other.awaitEnd();
            }
            assertNothingLeft();
            assertThat(creations()).isEqualTo(1);
        }
    }

    @Test
    void whoeverWaitsForACreatorThatIsKilledCreatesAnew() throws Exception {
        List<Victim> creators = Collections.synchronizedList(new ArrayList<>());
        try (Crossing crossing = new Crossing(emulator.endpoint(), (number, side) -> {
            if (side == Crossing.Side.DONE && !emulator.services().isEmpty()) {
                creators.forEach(Victim::kill);
            }
        })) {
            try (Victim creator = start(SHARING, crossing.endpoint())) {
                creators.add(creator);
                creator.awaitEnd();
                try (Victim other = member()) {
                    other.awaitReady();
                    assertThat(creations()).isEqualTo(2);
                    other.release();
                    other.awaitEnd();
                }
            }
        }
        await().atMost(PATIENCE).untilAsserted(this::assertNothingLeft);
    }

    @Test
    void whenAllAreKilledAtOnceNothingIsLeft() throws Exception {
        try (Victim one = member();
                Victim other = member()) {
            one.awaitReady();
            other.awaitReady();
            one.kill();
            other.kill();
            await().atMost(PATIENCE).untilAsserted(this::assertNothingLeft);
            assertThat(creations()).isEqualTo(1);
        }
    }

    @Test
    void whenAllAreInterruptedAtOnceNothingIsLeft() throws Exception {
        try (Victim one = member();
                Victim other = member()) {
            one.awaitReady();
            other.awaitReady();
            one.signal("TERM", String.valueOf(one.pid()));
            other.signal("TERM", String.valueOf(other.pid()));
            await().atMost(PATIENCE).untilAsserted(this::assertNothingLeft);
        }
    }

    @Test
    void aSweepLeavesAloneWhatTheLivingUseAndTheLastOutStillDeletes() throws Exception {
        try (Victim creator = member()) {
            creator.awaitReady();
            try (Victim other = member()) {
                other.awaitReady();
                creator.children().forEach(ProcessHandle::destroyForcibly);
                creator.kill();
                creator.awaitEnd();
                try (Victim sweeping = start(Map.of("AIVEN_SWEEP", "true"))) {
                    sweeping.awaitReady();
                    sweeping.release();
                    sweeping.awaitEnd();
                }
                // The sweep has handed the dead one's promise over.
                assertThat(journals()).hasSize(1);
                assertThat(emulator.projects()).hasSize(1);

                other.release();
                other.awaitEnd();
            }
            assertNothingLeft();
        }
    }

    @Test
    void aForkThatComesLateHasAProjectOfItsOwn() throws Exception {
        try (Victim first = member()) {
            first.awaitReady();
            first.release();
            first.awaitEnd();
        }
        assertNothingLeft();
        try (Victim late = member()) {
            late.awaitReady();
            assertThat(creations()).isEqualTo(2);
            late.release();
            late.awaitEnd();
        }
        assertNothingLeft();
    }

    private Victim member() throws IOException {
        return start(SHARING);
    }

    private Victim start(Map<String, String> environment) throws IOException {
        return start(environment, emulator.endpoint());
    }

    private Victim start(Map<String, String> environment, URI endpoint) throws IOException {
        return Victim.start(endpoint, Files.createDirectories(directory.resolve("journal")), environment, "leave");
    }

    private long creations() {
        return emulator.requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().equals("/v1/project"))
                .count();
    }

    private List<Path> journals() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("journal"))) {
            return files.filter(file -> file.toString().endsWith(".journal")).toList();
        }
    }

    private void assertNothingLeft() throws IOException {
        assertThat(emulator.projects()).extracting(EmulatedProject::name).isEmpty();
        Path journal = directory.resolve("journal");
        try (Stream<Path> files = Files.walk(journal)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> journal.relativize(file).toString()))
                    .isSubsetOf("shared/lock");
        }
    }
}
