package io.github.aivenjunit.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.config.InvalidConfigurationException;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Target;
import io.github.aivenjunit.journal.internal.SessionJournal;
import io.github.aivenjunit.lease.internal.Ownership;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTests {

    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Duration PASSED = Duration.ofHours(-1);
    private static final SweepRequest DELETE = SweepRequest.dryRun().deleting();

    @TempDir
    private Path directory;

    private Wreckage aiven;

    @BeforeEach
    void start() {
        aiven = new Wreckage(directory);
    }

    @AfterEach
    void stop() {
        aiven.close();
    }

    @Test
    void theWorkOfADeadSessionIsFinishedAndItsJournalRemoved() {
        aiven.project("aj-dead", AHEAD, Map.of());
        aiven.deadSession("aj-dead");

        SweepReport report = aiven.sweep(DELETE);

        assertThat(report.items()).singleElement().satisfies(item -> {
            assertThat(item.outcome()).isEqualTo(SweepOutcome.DELETED);
            assertThat(item.reason()).isEqualTo("the session that made it is dead");
            assertThat(item.run()).contains(Wreckage.RUN);
            assertThat(item.owner()).contains("jane");
        });
        assertThat(aiven.projects()).isEmpty();
        assertThat(directory.resolve("journal")).isEmptyDirectory();
    }

    @Test
    void aLivingSessionIsNeverTouchedWhateverIsAskedFor() {
        aiven.project("aj-living", PASSED, Map.of());
        try (SessionJournal session = aiven.session(aiven.emulator().endpoint())) {
            session.acquired(Wreckage.promise(1, "aj-living", true));

            for (SweepRequest request :
                    List.of(DELETE, DELETE.ofRun(Wreckage.RUN), DELETE.olderThan(Duration.ofNanos(1)))) {
                assertThat(aiven.sweep(request).items()).singleElement().satisfies(item -> {
                    assertThat(item.outcome()).isEqualTo(SweepOutcome.REFUSED);
                    assertThat(item.reason())
                            .isEqualTo("a session or a sweep that is alive looks after it: run 4711, process "
                                    + ProcessHandle.current().pid() + " of this machine");
                });
            }
            assertThat(aiven.projects()).containsExactly("aj-living");
        }
    }

    @Test
    void onlyWhatHasExpiredIsSwept() {
        aiven.project("aj-expired", PASSED, Map.of());
        aiven.project("aj-kept", AHEAD, Map.of());
        aiven.bareProject("aj-timeless", Map.of(Ownership.RUN_TAG, "1", Ownership.EXPIRES_TAG, "tomorrow"));

        SweepReport report = aiven.sweep(DELETE);

        assertThat(Wreckage.outcomes(report))
                .isEqualTo(Map.of(
                        "aj-expired", SweepOutcome.DELETED,
                        "aj-kept", SweepOutcome.REFUSED,
                        "aj-timeless", SweepOutcome.REFUSED));
        assertThat(reason(report, "aj-expired")).startsWith("it expired at ");
        assertThat(reason(report, "aj-kept")).startsWith("it is in use, or kept, until ");
        assertThat(reason(report, "aj-timeless")).isEqualTo("its tag aiven-junit-expires is missing or no time");
        assertThat(aiven.projects()).containsExactly("aj-kept", "aj-timeless");
    }

    @Test
    void nothingWithoutBothMarksIsDeletedEvenIfAJournalNamesIt() {
        aiven.bareProject("aj-untagged", Map.of(Ownership.EXPIRES_TAG, "2020-01-01T00:00:00Z"));
        aiven.project("production", PASSED, Map.of());
        aiven.deadSession("aj-untagged");
        aiven.deadSession("production");

        SweepReport report = aiven.sweep(DELETE);

        assertThat(Wreckage.outcomes(report))
                .isEqualTo(Map.of("aj-untagged", SweepOutcome.REFUSED, "production", SweepOutcome.REFUSED));
        assertThat(reason(report, "aj-untagged")).isEqualTo("the project lacks our tag aiven-junit-run");
        assertThat(reason(report, "production")).isEqualTo("the name of the project does not begin with aj-");
        assertThat(aiven.projects()).containsExactly("aj-untagged", "production");
        assertThat(aiven.files()).hasSize(2);
    }

    @Test
    void whatIsProtectedStays() {
        aiven.project("aj-protected", PASSED, Map.of(Ownership.PROTECTED_TAG, "ask jane"));
        aiven.project("aj-within", PASSED, Map.of());
        aiven.service("aj-within", "gold", Map.of(Ownership.PROTECTED_TAG, ""));

        SweepReport report = aiven.sweep(DELETE.ofRun(Wreckage.RUN));

        assertThat(reason(report, "aj-protected"))
                .isEqualTo("the project is protected by its tag aiven-junit-protected");
        assertThat(reason(report, "aj-within"))
                .isEqualTo("service 'gold' is protected by its tag aiven-junit-protected");
        assertThat(aiven.projects()).containsExactly("aj-protected", "aj-within");
    }

    @Test
    void aDryRunDeletesNothingAndSaysWhatItWouldAndWhatItCosts() {
        aiven.project("aj-expired", PASSED, Map.of());
        aiven.deadSession("aj-expired");

        SweepReport report = aiven.sweep(SweepRequest.dryRun());

        assertThat(report.dryRun()).isTrue();
        assertThat(report.items()).singleElement().satisfies(item -> {
            assertThat(item.outcome()).isEqualTo(SweepOutcome.DELETABLE);
            assertThat(item.hourlyPriceUsd())
                    .hasValueSatisfying(price -> assertThat(price).isPositive());
        });
        assertThat(aiven.projects()).containsExactly("aj-expired");
        assertThat(aiven.files()).hasSize(1);
        assertThat(aiven.emulator().requests())
                .noneMatch(request -> request.method().equals("DELETE"));
    }

    @Test
    void aRunIsSweptBeforeItExpiresAndNoOtherRunIs() {
        aiven.project("aj-mine", AHEAD, Map.of());
        aiven.bareProject("aj-other", Wreckage.ownership("4712", PASSED).tags(Map.of()));

        SweepReport report = aiven.sweep(DELETE.ofRun(Wreckage.RUN));

        assertThat(Wreckage.outcomes(report)).isEqualTo(Map.of("aj-mine", SweepOutcome.DELETED));
        assertThat(reason(report, "aj-mine")).isEqualTo("it belongs to run 4711");
        assertThat(aiven.projects()).containsExactly("aj-other");
    }

    @Test
    void aRunWithALongIdIsSweptAndNotTheOneThatDiffersAtItsEnd() {
        String job = "jenkins-" + "a-folder-in-a-folder-".repeat(4);
        aiven.bareProject("aj-mine", Wreckage.ownership(job + "41", AHEAD).tags(Map.of()));
        aiven.bareProject("aj-other", Wreckage.ownership(job + "42", AHEAD).tags(Map.of()));

        SweepReport report = aiven.sweep(DELETE.ofRun(job + "41"));

        assertThat(Wreckage.outcomes(report)).isEqualTo(Map.of("aj-mine", SweepOutcome.DELETED));
        assertThat(aiven.projects()).containsExactly("aj-other");
    }

    @Test
    void ageIsAReasonOnlyWhenItIsAskedFor() {
        aiven.project("aj-young", AHEAD, Map.of());

        SweepReport spared = aiven.sweep(DELETE.olderThan(Duration.ofHours(1)));
        assertThat(reason(spared, "aj-young")).matches("it was created at \\S+, which is not long enough ago");
        assertThat(aiven.projects()).containsExactly("aj-young");

        SweepReport swept = aiven.sweep(DELETE.olderThan(Duration.ofNanos(1)));
        assertThat(reason(swept, "aj-young")).matches("it was created at \\S+");
        assertThat(aiven.projects()).isEmpty();
    }

    @Test
    void inSomebodyElsesProjectOnlyOurExpiredServicesGo() {
        aiven.bareProject("shared", Map.of("team", "orders"));
        aiven.service("shared", "expired", Wreckage.ownership("1", PASSED).tags(Map.of()));
        aiven.service("shared", "in-use", Wreckage.ownership("2", AHEAD).tags(Map.of()));

        assertThat(aiven.sweep(DELETE).items()).isEmpty();
        SweepReport report = aiven.sweep(DELETE.inProject("shared"));

        assertThat(Wreckage.outcomes(report))
                .isEqualTo(Map.of("shared/expired", SweepOutcome.DELETED, "shared/in-use", SweepOutcome.REFUSED));
        assertThat(aiven.services("shared")).containsExactly("in-use", "one");
    }

    @Test
    void servicesAreFoundInEveryProjectThatTheTokenSees() {
        aiven.bareProject("shared", Map.of());
        aiven.service("shared", "expired", Wreckage.ownership("1", PASSED).tags(Map.of()));

        aiven.sweep(DELETE.inAllProjects());

        assertThat(aiven.services("shared")).containsExactly("one");
    }

    @Test
    void theServicesOfADeadSessionGoAndItsJournalToo() {
        aiven.bareProject("shared", Map.of());
        aiven.service("shared", "left", Wreckage.ownership(Wreckage.RUN, AHEAD).tags(Map.of()));
        try (SessionJournal session = aiven.session(aiven.emulator().endpoint())) {
            session.acquired(Wreckage.promise(1, "shared", false));
            session.covered(1, "left");
        }

        SweepReport report = aiven.sweep(DELETE);

        assertThat(Wreckage.outcomes(report)).isEqualTo(Map.of("shared/left", SweepOutcome.DELETED));
        assertThat(aiven.services("shared")).containsExactly("one");
        assertThat(aiven.files()).isEmpty();
    }

    @Test
    void aPromiseOfWhatIsNotThereWaitsForACreateThatMayStillComeThrough() throws Exception {
        aiven.deadSession("aj-late");

        aiven.sweep(DELETE);
        assertThat(aiven.files()).hasSize(1);

        Files.setLastModifiedTime(
                aiven.files().get(0), FileTime.from(Instant.now().minus(Duration.ofMinutes(3))));
        aiven.sweep(DELETE);
        assertThat(aiven.files()).isEmpty();
    }

    @Test
    void aTombstoneIsTriedAgain() {
        Fault openBalance = new Fault.OpenBalance();
        aiven.project("aj-owing", PASSED, Map.of());
        aiven.emulator().inject(openBalance);

        assertThat(Wreckage.outcomes(aiven.sweep(DELETE))).isEqualTo(Map.of("aj-owing", SweepOutcome.TOMBSTONE));
        assertThat(aiven.services("aj-owing")).isEmpty();

        aiven.emulator().clearFaults();
        assertThat(Wreckage.outcomes(aiven.sweep(DELETE))).isEqualTo(Map.of("aj-owing", SweepOutcome.DELETED));
        assertThat(aiven.projects()).isEmpty();
    }

    @Test
    void theJournalOfAnotherApiIsReportedAndLeftAlone() {
        URI other = URI.create("https://api.example.com");
        try (SessionJournal session = aiven.session(other)) {
            session.acquired(Wreckage.promise(1, "aj-elsewhere", true));
        }

        SweepReport report = aiven.sweep(DELETE);

        assertThat(report.items()).isEmpty();
        assertThat(report.others()).singleElement().satisfies(journal -> {
            assertThat(journal.endpoint()).contains(other);
            assertThat(journal.promises()).isOne();
        });
        assertThat(aiven.files()).hasSize(1);
    }

    @Test
    void twoSweepersSideBySideDoTheWorkOnceOrTwiceAndNobodyFails() {
        for (int i = 0; i < 4; i++) {
            aiven.project("aj-expired-" + i, PASSED, Map.of());
            aiven.deadSession("aj-expired-" + i);
        }

        List<CompletableFuture<SweepReport>> sweeps = Stream.of(1, 2)
                .map(i -> CompletableFuture.supplyAsync(() -> aiven.sweep(DELETE)))
                .toList();

        assertThat(sweeps)
                .allSatisfy(
                        sweep -> assertThat(sweep.join().any(SweepOutcome.LEFT)).isFalse());
        assertThat(aiven.projects()).isEmpty();
        assertThat(aiven.files()).isEmpty();
    }

    @Test
    void troubleWithOneProjectDoesNotKeepTheOthersFromBeingSwept() {
        aiven.project("aj-a", PASSED, Map.of());
        aiven.project("aj-b", PASSED, Map.of());
        aiven.emulator().inject(new Fault.Html(Target.operation("ServiceList").nth(1), 400));

        SweepReport report = aiven.sweep(DELETE);

        assertThat(Wreckage.outcomes(report).values())
                .containsExactlyInAnyOrder(SweepOutcome.LEFT, SweepOutcome.DELETED);
        assertThat(aiven.projects()).hasSize(1);
    }

    @Test
    void withoutATokenThereIsNothingToSweep() {
        Sweep sweep = new Sweep(Configuration.of(List.of()), directory);

        assertThatThrownBy(() -> sweep.run(SweepRequest.dryRun()))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("No API token is configured, so nothing can be swept. Set AIVEN_TOKEN, or 'token' in the"
                        + " user's file.");
    }

    private static String reason(SweepReport report, String project) {
        return report.items().stream()
                .filter(item -> item.project().equals(project))
                .map(SweepItem::reason)
                .findFirst()
                .orElseThrow();
    }
}
