package io.github.aivenjunit.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.journal.internal.JournalContents.OpenLease;
import io.github.aivenjunit.lease.internal.LeaseEnding;
import io.github.aivenjunit.lease.internal.LeaseNotice;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTests {

    private static final URI ENDPOINT = URI.create("https://api.test");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2026-11-22T12:00:00Z");
    private static final LeaseNotice WHOLE = new LeaseNotice(1, "aj-shop-1", true, EXPIRES);
    private static final LeaseNotice BORROWED = new LeaseNotice(2, "some body's project", false, EXPIRES);

    @TempDir
    Path directory;

    @Test
    void everyPromiseIsOnTheDiskWhenItsMethodReturns() {
        try (SessionJournal session = open("one")) {
            session.acquired(WHOLE);
            session.covered(1, "orders");
            session.acquired(BORROWED);
            session.covered(2, "orders-x7");
            session.covered(2, "billing-x7");
            session.renewed(1, EXPIRES.plusSeconds(60));

            assertThat(journal().all())
                    .containsExactly(new JournalContents(
                            session.file(),
                            Optional.of(new JournalEntry.Opened(
                                    ENDPOINT,
                                    "run-7",
                                    "ada lovelace",
                                    ProcessHandle.current().pid(),
                                    NOW)),
                            List.of(
                                    new OpenLease(
                                            new LeaseNotice(1, "aj-shop-1", true, EXPIRES.plusSeconds(60)),
                                            Set.of("orders")),
                                    new OpenLease(BORROWED, Set.of("orders-x7", "billing-x7"))),
                            0));

            session.released(1, LeaseEnding.DELETED);
            session.released(2, LeaseEnding.KEPT);
            assertThat(journal().all().get(0).open()).isEmpty();
        }
    }

    @Test
    void aSessionThatKeptEveryPromiseLeavesNoFile() throws IOException {
        try (SessionJournal session = open("one")) {
            session.acquired(WHOLE);
            session.released(1, LeaseEnding.TOMBSTONE);
        }

        assertThat(files()).isEmpty();
    }

    @Test
    void aLivingSessionIsNotTakenOver() {
        try (SessionJournal session = open("one")) {
            session.acquired(WHOLE);

            assertThat(journal().takeOver(session.file())).isEmpty();
            session.released(1, LeaseEnding.DELETED);
        }
    }

    @Test
    void aSessionOfAnotherProcessIsNotTakenOverUntilItDies() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldingMain.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('h');
            Path file = journal().all().get(0).file();
            assertThat(journal().takeOver(file)).isEmpty();

            other.destroyForcibly();
            assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();

            DeadJournal dead = journal().takeOver(file).orElseThrow();
            assertThat(dead.contents().open()).containsExactly(new OpenLease(WHOLE, Set.of("orders")));
            dead.journal().released(1, LeaseEnding.DELETED);
            dead.journal().close();
        } finally {
            other.destroyForcibly();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void onlyOneFinishesTheWorkOfTheDead() {
        SessionJournal session = open("one");
        session.acquired(WHOLE);
        session.close();

        DeadJournal first = journal().takeOver(session.file()).orElseThrow();
        assertThat(journal().takeOver(session.file())).isEmpty();

        first.journal().released(1, LeaseEnding.DELETED);
        first.journal().close();
        assertThat(journal().takeOver(session.file())).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void unfinishedWorkIsLeftToTheNext() {
        SessionJournal session = open("one");
        session.acquired(WHOLE);
        session.acquired(BORROWED);
        session.close();

        DeadJournal first = journal().takeOver(session.file()).orElseThrow();
        first.journal().released(1, LeaseEnding.DELETED);
        first.journal().close();

        DeadJournal second = journal().takeOver(session.file()).orElseThrow();
        assertThat(second.contents().open()).containsExactly(new OpenLease(BORROWED, Set.of()));
        second.journal().close();
    }

    @Test
    void aTornLineIsSkippedAndSwallowsNothing() throws IOException {
        SessionJournal session = open("one");
        session.acquired(WHOLE);
        session.close();
        Files.writeString(session.file(), "0badc0de service 1 ord", StandardOpenOption.APPEND);

        DeadJournal dead = journal().takeOver(session.file()).orElseThrow();
        assertThat(dead.contents().open()).containsExactly(new OpenLease(WHOLE, Set.of()));
        assertThat(dead.contents().unreadable()).isEqualTo(1);
        dead.journal().covered(1, "late");

        assertThat(journal().all().get(0).open()).containsExactly(new OpenLease(WHOLE, Set.of("late")));
        dead.journal().close();
    }

    @Test
    void everyPrefixOfAJournalIsReadWithoutInventingAnything() throws IOException {
        SessionJournal session = open("one");
        session.acquired(WHOLE);
        session.covered(1, "orders");
        session.close();
        byte[] whole = Files.readAllBytes(session.file());

        for (int length = 0; length <= whole.length; length++) {
            String text = new String(whole, 0, length, StandardCharsets.UTF_8);
            JournalContents contents =
                    JournalContents.of(session.file(), text.lines().toList());

            assertThat(contents.open())
                    .allSatisfy(lease -> assertThat(lease.lease()).isEqualTo(WHOLE))
                    .allSatisfy(lease -> assertThat(lease.services()).isSubsetOf("orders"));
        }
    }

    @Test
    void aForeignFileIsLeftAlone() throws IOException {
        Path foreign = Files.writeString(directory.resolve("notes.txt"), "mine");
        Path strange = Files.writeString(directory.resolve("strange.journal"), "not\nours\n");

        assertThat(journal().all()).singleElement().satisfies(contents -> {
            assertThat(contents.file()).isEqualTo(strange);
            assertThat(contents.opened()).isEmpty();
            assertThat(contents.unreadable()).isEqualTo(2);
        });
        assertThat(foreign).hasContent("mine");
    }

    @Test
    void whatCannotBeWrittenIsRefusedWithAnAction() throws IOException {
        Path occupied = Files.writeString(directory.resolve("occupied"), "");

        assertThatThrownBy(() -> new Journal(occupied, Clock.systemUTC()).open("one", ENDPOINT, "r", "o"))
                .isInstanceOf(JournalException.class)
                .hasMessage("The journal " + occupied.resolve("one.journal") + " cannot be written: " + occupied
                        + ". Make the directory writable, or set aiven.journal to another one.");
    }

    private SessionJournal open(String name) {
        return journal().open(name, ENDPOINT, "run-7", "ada lovelace");
    }

    private Journal journal() {
        return new Journal(directory, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    /** A process with a journal, which lives until it is killed. */
    static final class HoldingMain {

        private HoldingMain() {}

        public static void main(String[] arguments) throws IOException {
            SessionJournal session =
                    new Journal(Path.of(arguments[0]), Clock.systemUTC()).open("other", ENDPOINT, "run-8", "somebody");
            session.acquired(WHOLE);
            session.covered(1, "orders");
            System.out.write('h');
            System.out.flush();
            int ignored = System.in.read();
        }
    }
}
