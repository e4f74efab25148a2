package io.github.aivenjunit.watchdog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.EmulatedProject;
import io.github.aivenjunit.emulator.EmulatedService;
import io.github.aivenjunit.emulator.ReceivedRequest;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Moment;
import io.github.aivenjunit.emulator.fault.Target;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.Ownership;
import io.github.aivenjunit.readiness.internal.Poller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a watchdog does with the promises of a session that has let go of them. */
class TakeOverTests {

    private static final Duration SETTLING = Duration.ofSeconds(1);

    @TempDir
    Path directory;

    private final AivenEmulator emulator =
            AivenEmulator.builder().engines(List.of()).start();

    @AfterEach
    void close() {
        emulator.close();
    }

    static Stream<Fault> passingTrouble() {
        return Stream.of(
                new Fault.ServerError(Target.anyRequest().times(4), 503, Moment.BEFORE_COMMIT),
                new Fault.ServerError(Target.operation("ServiceDelete").times(3), 500, Moment.AFTER_COMMIT),
                new Fault.ServerError(Target.operation("ServiceUpdate").once(), 502, Moment.BEFORE_COMMIT),
                new Fault.ServerError(Target.operation("ProjectDelete").once(), 500, Moment.AFTER_COMMIT),
                new Fault.RateLimited(Target.anyRequest().times(3), Optional.of(Duration.ofSeconds(1))),
                new Fault.RateLimited(Target.operation("ServiceDelete").times(3), Optional.empty()),
                new Fault.Html(Target.anyRequest().times(2), 404),
                new Fault.Html(Target.operation("ProjectGet").once(), 408),
                new Fault.Disconnect(Target.operation("ServiceDelete").times(2), Moment.AFTER_COMMIT),
                new Fault.Disconnect(Target.operation("ServiceList").times(2), Moment.BEFORE_COMMIT));
    }

    @ParameterizedTest
    @MethodSource("passingTrouble")
    void passingTroubleDelaysADeletionAndDoesNotEndIt(Fault trouble) throws Exception {
        WatchedSession session = session(Optional.empty());
        Lease lease = session.createProject("aj-left");
        session.createService(lease, "one");
        session.createService(lease, "protected-two");
        emulator.inject(trouble);

        assertThat(afterClosing(session)).isEmpty();
    }

    @Test
    void everyLeaseOfADeadSessionIsKept() throws Exception {
        WatchedSession session = session(Optional.empty());
        for (int project = 0; project < 3; project++) {
            Lease lease = session.createProject("aj-left-" + project);
            session.createService(lease, "one");
            session.createService(lease, "two");
        }
        session.deleteOrderly(session.createProject("aj-deleted"));

        assertThat(afterClosing(session)).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void theOrganizationsEndpointsAreUsedWhereTheSessionUsesThem() throws Exception {
        WatchedSession session = session(Optional.of(emulator.organization()));
        session.createService(session.createProject("aj-left"), "one");
        Set<String> before = paths();

        assertThat(afterClosing(session)).isEmpty();
        assertThat(paths())
                .contains("DELETE /v1/organization/" + emulator.organization() + "/project/aj-left")
                .doesNotContain("DELETE /v1/project/aj-left");
        assertThat(before).doesNotContain("DELETE /v1/organization/" + emulator.organization() + "/project/aj-left");
    }

    @Test
    void inSomebodyElsesProjectOnlyOurServicesAreDeleted() throws Exception {
        emulator.createProject("theirs", Map.of());
        WatchedSession session = session(Optional.empty());
        Lease lease = session.promiseServices("theirs");
        session.createService(lease, "ours");
        session.createForeignService("theirs", "foreign", Map.of());
        session.createForeignService("theirs", "of-another-run", WatchedSession.OWNERSHIP.tags(Map.of()));
        lease.cover("untagged");
        session.createForeignService("theirs", "untagged", Map.of());

        afterClosing(session);

        assertThat(emulator.services())
                .extracting(EmulatedService::name)
                .containsExactlyInAnyOrder("foreign", "of-another-run", "untagged");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aProjectOfThatNameWithoutOurTagIsNotTouchedAndThePromiseStays() throws Exception {
        WatchedSession session = session(Optional.empty());
        session.promiseProject("aj-theirs");
        emulator.createProject("aj-theirs", Map.of("owner", "somebody"));
        session.createForeignService("aj-theirs", "one", Map.of());

        assertThat(afterClosing(session)).hasSize(1);
        assertThat(emulator.services()).hasSize(1);
        assertThat(session.journal.file()).exists();
        assertThat(session.journal.file().resolveSibling("one.journal.lock")).exists();
    }

    @Test
    void aCreateThatComesThroughAfterTheSessionsDeathIsFound() throws Exception {
        emulator.createProject("theirs", Map.of());
        WatchedSession session = session(Optional.empty());
        session.promiseProject("aj-late");
        long watchdog = Children.watchdogOf(ProcessHandle.current());

        session.close();
        assertThat(Children.eventually(() -> paths().contains("GET /v1/project/aj-late")))
                .isTrue();
        emulator.createProject("aj-late", WatchedSession.OWNERSHIP.tags(Map.of()));

        assertThat(Children.eventually(() -> Children.ended(watchdog))).isTrue();
        assertThat(emulator.projects()).extracting(EmulatedProject::name).containsExactly("theirs");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aMembershipThatLagsIsNoProofThatTheProjectIsGone() throws Exception {
        emulator.inject(new Fault.MembershipLag(2));
        WatchedSession session = session(Optional.empty());
        session.createProject("aj-left");

        assertThat(afterClosing(session)).isEmpty();
    }

    @Test
    void aProjectThatAivenKeepsIsMarked() throws Exception {
        emulator.inject(new Fault.OpenBalance());
        WatchedSession session = session(Optional.empty());
        session.createService(session.createProject("aj-owes"), "one");

        assertThat(afterClosing(session)).singleElement().satisfies(project -> {
            assertThat(project.services()).isEmpty();
            assertThat(project.tags()).containsKeys(Ownership.TOMBSTONE_TAG, Ownership.RUN_TAG);
        });
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void nothingIsDeletedWhileSomebodyHoldsTheJournal() throws Exception {
        WatchedSession session = session(Optional.empty());
        session.createProject("aj-living");
        long watchdog = Children.watchdogOf(ProcessHandle.current());
        int before = emulator.requests().size();

        session.watchdog.close();
        // It tries the lock many times within the time of this look.
        Optional<Boolean> asked = new Poller(Duration.ofMillis(20))
                .until(
                        Duration.ofMillis(700),
                        () -> Optional.of(emulator.requests().size() > before).filter(more -> more));
        assertThat(asked).isEmpty();
        assertThat(Children.ended(watchdog)).isFalse();

        session.close();
        assertThat(Children.eventually(() -> Children.ended(watchdog))).isTrue();
        assertThat(emulator.projects()).isEmpty();
    }

    @Test
    void aJournalThatSomebodyHasDeletedIsReplacedByWhatTheWatchdogWasTold() throws Exception {
        WatchedSession session = session(Optional.empty());
        session.createService(session.createProject("aj-left"), "one");
        Files.delete(session.journal.file());
        Files.delete(session.journal.file().resolveSibling("one.journal.lock"));

        assertThat(afterClosing(session)).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    /** Closes the session and waits for its watchdog to end; returns the projects that are left. */
    private List<EmulatedProject> afterClosing(WatchedSession session) throws Exception {
        long watchdog = Children.watchdogOf(ProcessHandle.current());
        session.close();
        assertThat(Children.eventually(() -> Children.ended(watchdog))).isTrue();
        return emulator.projects();
    }

    private Set<String> paths() {
        return emulator.requests().stream().map(TakeOverTests::line).collect(Collectors.toSet());
    }

    private static String line(ReceivedRequest request) {
        return request.method() + " " + request.path();
    }

    private WatchedSession session(Optional<String> organization) {
        return new WatchedSession(emulator.endpoint(), emulator.token(), organization, directory, SETTLING);
    }
}
