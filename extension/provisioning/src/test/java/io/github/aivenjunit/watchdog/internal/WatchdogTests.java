package io.github.aivenjunit.watchdog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.aivenjunit.config.HostJvm;
import io.github.aivenjunit.config.WatchdogMode;
import io.github.aivenjunit.journal.internal.Journal;
import io.github.aivenjunit.journal.internal.SessionJournal;
import io.github.aivenjunit.lease.internal.LeaseBook;
import io.github.aivenjunit.lease.internal.LeaseEnding;
import io.github.aivenjunit.lease.internal.LeaseLogs;
import io.github.aivenjunit.lease.internal.LeaseNotice;
import io.github.aivenjunit.lease.internal.Ownership;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The session's end. No API is needed: nothing is left to the watchdog here. */
class WatchdogTests {

    private static final HostJvm HOST = HostJvm.current();
    private static final Limits PATIENT = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(20));
    private static final Ownership OWNERSHIP = new Ownership("run-7", "ada", Instant.parse("2026-11-22T12:00:00Z"));
    private static final LeaseNotice LEASE = new LeaseNotice(1, "aj-shop", true, OWNERSHIP.expires());

    @TempDir
    Path directory;

    private final Logger logger = (Logger) LoggerFactory.getLogger(Watchdog.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void aSessionThatLeavesNothingSendsItsWatchdogAway() throws IOException {
        Watchdog watchdog = start(WatchdogMode.REQUIRED);
        long child = Children.watchdogOf(ProcessHandle.current());
        watchdog.acquired(LEASE);
        watchdog.covered(1, "orders");
        watchdog.renewed(1, OWNERSHIP.expires());
        watchdog.released(1, LeaseEnding.KEPT);

        watchdog.close();

        assertThat(Children.ended(child)).isTrue();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void theSignalsThatEndATestDoNotEndTheWatchdog() throws Exception {
        try (Watchdog watchdog = start(WatchdogMode.REQUIRED)) {
            long child = Children.watchdogOf(ProcessHandle.current());
            for (String signal : List.of("INT", "HUP", "TERM")) {
                Children.signal(signal, String.valueOf(child));
            }

            watchdog.acquired(LEASE);
            watchdog.covered(1, "orders");
            watchdog.released(1, LeaseEnding.DELETED);
            assertThat(ProcessHandle.of(child).orElseThrow().onExit())
                    .failsWithin(Duration.ofMillis(500))
                    .withThrowableOfType(TimeoutException.class);
        }
    }

    @Test
    void aWatchdogThatDiesIsReportedOnceAndTheTestsGoOn() throws Exception {
        try (Watchdog watchdog = start(WatchdogMode.ON)) {
            watchdog.acquired(LEASE);

            Children.signal("KILL", String.valueOf(Children.watchdogOf(ProcessHandle.current())));

            assertThat(Children.eventually(() -> !warnings().isEmpty())).isTrue();
            assertThatCode(() -> {
                        watchdog.covered(1, "orders");
                        watchdog.released(1, LeaseEnding.DELETED);
                    })
                    .doesNotThrowAnyException();
        }
        assertThat(warnings())
                .containsExactly("The watchdog does not run: its process has ended. The tests go on, but if this JVM is"
                        + " killed, what they created costs money until the next run or a sweep deletes it; make "
                        + HOST.home() + " startable, or set aiven.watchdog to off.");
    }

    @Test
    void aRequiredWatchdogThatDiesEndsCreation() throws Exception {
        try (SessionJournal journal = new Journal(directory, Clock.systemUTC())
                        .open("one", URI.create("http://localhost"), "run-7", "ada");
                Watchdog watchdog = start(WatchdogMode.REQUIRED)) {
            LeaseBook book = new LeaseBook(new LeaseLogs(List.of(journal, watchdog)));
            Children.signal("KILL", String.valueOf(Children.watchdogOf(ProcessHandle.current())));

            assertThatThrownBy(() -> book.acquireProject("aj-shop", OWNERSHIP))
                    .isInstanceOf(WatchdogException.class)
                    .hasMessage("The watchdog does not run: its process has ended. Nothing more is created, because"
                            + " aiven.watchdog is required; make " + HOST.home() + " startable, or set it to on.");
            assertThat(book.open()).isEmpty();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void withoutAJavaProgramTheTestsGoOnUnlessTheWatchdogIsRequired() {
        HostJvm without = new HostJvm(directory, Map.of());
        String reason = "The watchdog does not run: it could not be started (there is no java program in "
                + directory.resolve("bin") + "). ";

        Watchdog.start(WatchdogMode.ON, charge(), without, PATIENT).close();
        assertThat(warnings()).singleElement().asString().startsWith(reason);

        assertThatThrownBy(() -> Watchdog.start(WatchdogMode.REQUIRED, charge(), without, PATIENT))
                .isInstanceOf(WatchdogException.class)
                .hasMessageStartingWith(reason);
    }

    @Test
    void aWatchdogThatIsNotReadyInTimeIsKilled() throws Exception {
        Path program = Files.createDirectory(directory.resolve("bin")).resolve("java");
        Files.writeString(program, "#!/bin/sh\nexec sleep 600\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Limits impatient = new Limits(Duration.ofMillis(300), Duration.ofSeconds(20));

        assertThatThrownBy(() ->
                        Watchdog.start(WatchdogMode.REQUIRED, charge(), new HostJvm(directory, Map.of()), impatient))
                .hasMessageStartingWith("The watchdog does not run: it was not ready within 300 ms. ");
        assertThat(Children.eventually(() -> ProcessHandle.current()
                        .children()
                        .noneMatch(child -> Children.commandLine(child.pid()).contains("sleep 600"))))
                .isTrue();
    }

    @Test
    void aWatchdogThatDoesNotAnswerIsKilledBeforeItTakesALivingSessionForADeadOne() throws Exception {
        Limits impatient = new Limits(Duration.ofSeconds(20), Duration.ofMillis(300));
        try (Watchdog watchdog = Watchdog.start(WatchdogMode.REQUIRED, charge(), HOST, impatient)) {
            long child = Children.watchdogOf(ProcessHandle.current());
            Children.signal("STOP", String.valueOf(child));

            assertThatThrownBy(() -> watchdog.acquired(LEASE))
                    .hasMessageStartingWith("The watchdog does not run: it did not answer within 300 ms. ");
            assertThat(Children.eventually(() -> Children.ended(child))).isTrue();
        }
    }

    @Test
    void anInterruptIsKeptAndLosesNoAnswer() {
        try (Watchdog watchdog = start(WatchdogMode.REQUIRED)) {
            Thread.currentThread().interrupt();
            watchdog.acquired(LEASE);
            assertThat(Thread.interrupted()).isTrue();

            watchdog.covered(1, "orders");
            watchdog.released(1, LeaseEnding.DELETED);
        }
    }

    private Watchdog start(WatchdogMode mode) {
        return Watchdog.start(mode, charge(), HOST, PATIENT);
    }

    private Charge charge() {
        return new Charge(
                "canary-4711",
                URI.create("http://localhost:1"),
                Optional.empty(),
                directory.resolve("one.journal"),
                "run-7",
                "ada",
                Duration.ZERO,
                Duration.ofSeconds(1),
                Map.of());
    }

    private List<String> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
