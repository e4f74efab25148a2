package io.github.aivenjunit.provision.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.aivenjunit.config.ConfigSource;
import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.time.BuildTimes;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.provision.AivenSession;
import io.github.aivenjunit.provision.ProvisionedProject;
import io.github.aivenjunit.provision.ProvisioningException;
import io.github.aivenjunit.spec.InvalidSpecException;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.ServiceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Projects whose creation is begun before anybody waits for it. */
@Timeout(60)
class BegunProjectTests {

    private static final String NEVER_BUILT = "kafka_mirrormaker";

    @TempDir
    Path directory;

    private final AivenEmulator emulator = AivenEmulator.builder()
            .engines(List.of())
            .buildTimes(BuildTimes.instant().with(NEVER_BUILT, Duration.ofHours(1)))
            .start();

    private AivenSession session = AivenSession.open(Configuration.of(List.of()));

    @BeforeEach
    void open() throws IOException {
        Path file = Files.writeString(
                directory.resolve("aiven.properties"),
                String.join(
                        "\n",
                        "url=" + emulator.endpoint(),
                        "token=" + emulator.token(),
                        "journal=" + directory.resolve("journal"),
                        "reports=" + directory.resolve("reports"),
                        "sweep=false",
                        "watchdog=off"));
        session = AivenSession.open(Configuration.of(List.of(ConfigSource.userFile(file))));
    }

    @AfterEach
    void nothingIsLeft() {
        session.close();
        assertThat(emulator.projects()).isEmpty();
        assertThat(directory.resolve("journal"))
                .satisfiesAnyOf(
                        journal -> assertThat(journal).doesNotExist(),
                        journal -> assertThat(journal).isEmptyDirectory());
        emulator.close();
    }

    @Test
    void provisionTakesOverWhatWasBegun() {
        ProvisionedProject project = session.plan(spec());
        project.begin();
        project.begin();

        EphemeralProject live = project.provision();

        assertThat(emulator.projects()).hasSize(1);
        assertThat(project.provision()).isSameAs(live);
        assertThat(project.project()).containsSame(live);
    }

    @Test
    void whatWasBegunAndNeverWantedIsDeletedWithTheSession() {
        session.plan(spec()).begin();
        awaitProject();
    }

    @Test
    void closingCallsOffWhatIsBeingBuilt() {
        ProvisionedProject project = session.plan(neverBuilt());
        project.begin();
        await().until(() -> !emulator.services().isEmpty());

        project.close();

        assertThat(emulator.projects()).isEmpty();
        assertThatThrownBy(project::provision)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The project of ahead is deleted or kept. Plan another one.");
    }

    @Test
    void closingAtOnceLeavesNothing() {
        for (int i = 0; i < 20; i++) {
            ProvisionedProject project = session.plan(neverBuilt());
            project.begin();
            project.close();
            assertThat(emulator.projects()).isEmpty();
        }
    }

    @Test
    void aDeletionInTheBackgroundCallsOffToo() {
        ProvisionedProject project = session.plan(neverBuilt());
        project.begin();
        awaitProject();

        session.deleteInBackground(project, "SomeTest");

        await().until(() -> emulator.projects().isEmpty());
    }

    @Test
    void aFailureIsThrownToWhoAsksForTheProject() {
        ProvisionedProject project = session.plan(ProjectSpec.builder("ahead")
                .service(ServiceSpec.builder("pg", "startup-5").build())
                .build());
        project.begin();

        assertThatThrownBy(project::provision)
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageStartingWith("Service type 'pg' has no plan 'startup-5'.");
    }

    @Test
    void anInterruptOfWhoWaitsCallsTheCreationOff() throws Exception {
        ProvisionedProject project = session.plan(neverBuilt());
        FutureTask<Boolean> waiting = new FutureTask<>(() -> {
            try {
                project.provision();
                return false;
            } catch (ProvisioningException e) {
                assertThat(e).hasMessage("Interrupted while the project was provisioned.");
                return Thread.currentThread().isInterrupted();
            }
        });
        Thread waiter = new Thread(waiting, "waiter");
        waiter.start();
        awaitProject();

        waiter.interrupt();

        assertThat(interrupted(waiting)).as("the thread stays interrupted").isTrue();
        assertThat(emulator.projects()).isEmpty();
    }

    @Test
    void afterTheSessionNothingIsBegun() {
        ProvisionedProject project = session.plan(spec());
        session.close();

        assertThatThrownBy(project::begin).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> session.plan(spec()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The session is closed. Open another one for ahead.");
    }

    @Test
    void aWarmUpCreatesNothing() {
        session.warmUp(List.of(spec()));

        await().until(() ->
                emulator.requests().stream().anyMatch(request -> request.path().endsWith("/clouds")));
        session.close();
        assertThat(emulator.requests())
                .allSatisfy(request -> assertThat(request.method()).isEqualTo("GET"));
    }

    private void awaitProject() {
        await().until(() -> !emulator.projects().isEmpty());
    }

    private static boolean interrupted(FutureTask<Boolean> waiting) throws Exception {
        try {
            return waiting.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static ProjectSpec spec() {
        return ProjectSpec.builder("ahead").build();
    }

    private static ProjectSpec neverBuilt() {
        return ProjectSpec.builder("ahead")
                .service(
                        ServiceSpec.builder(NEVER_BUILT, "startup-1").name("mm").build())
                .build();
    }
}
