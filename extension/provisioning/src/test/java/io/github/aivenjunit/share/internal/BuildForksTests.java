package io.github.aivenjunit.share.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.aivenjunit.journal.internal.Journal;
import io.github.aivenjunit.journal.internal.JournalException;
import io.github.aivenjunit.journal.internal.SessionJournal;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.LeaseBook;
import io.github.aivenjunit.lease.internal.Ownership;
import io.github.aivenjunit.share.internal.BuildForks.Beginning;
import io.github.aivenjunit.share.internal.BuildForks.Claim;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose a project is that one fork has begun for whichever fork runs the class. */
class BuildForksTests {

    private static final String PROJECT = "aj-orders";
    private static final String ORDERS = "orders";
    private static final String STOCK = "stock";
    private static final int WINDOW = 1;

    @TempDir
    Path directory;

    @Test
    void aProjectIsBegunOnceAndHandedToTheForkThatRunsTheClass() {
        try (Fork first = new Fork("first");
                Fork second = new Fork("second")) {
            assertThat(first.begin(ORDERS)).isEqualTo(Beginning.BEGUN);
            assertThat(second.begin(ORDERS)).isEqualTo(Beginning.TAKEN);
            assertThat(first.claim(ORDERS)).isEqualTo(Claim.NONE);

            assertThat(second.take(ORDERS)).isInstanceOf(Turn.Wait.class);
            assertThat(first.claim(ORDERS)).isEqualTo(Claim.EXPECTED);
            assertThat(first.forks.withdraw(ORDERS, first.name())).isFalse();

            first.lease();
            first.forks.created(ORDERS, first.name(), PROJECT);
            assertThat(second.take(ORDERS))
                    .isInstanceOfSatisfying(
                            Turn.Join.class,
                            join -> assertThat(join.lease().project()).isEqualTo(PROJECT));
            assertThat(first.claim(ORDERS)).isEqualTo(Claim.JOINED);
            assertThat(second.forks.isLetGo(ORDERS)).isFalse();

            first.forks.leave(ORDERS, first.name());
            assertThat(second.forks.isLetGo(ORDERS)).isTrue();
        }
    }

    @Test
    void theWindowCountsWhatWaitsForItsClassInAllForksAndNotTheDead() {
        try (Fork second = new Fork("second")) {
            try (Fork first = new Fork("first")) {
                assertThat(first.begin(ORDERS)).isEqualTo(Beginning.BEGUN);
                assertThat(second.begin(STOCK)).isEqualTo(Beginning.FULL);
            }
            assertThat(second.begin(STOCK)).isEqualTo(Beginning.BEGUN);
        }
    }

    @Test
    void whatAForkHasComeForLeavesTheWindow() {
        try (Fork first = new Fork("first");
                Fork second = new Fork("second")) {
            first.begin(ORDERS);
            second.take(ORDERS);

            assertThat(first.begin(STOCK)).isEqualTo(Beginning.BEGUN);
        }
    }

    @Test
    void aClassThatHasComeByItselfIsNeverBegunAhead() {
        try (Fork first = new Fork("first");
                Fork second = new Fork("second")) {
            assertThat(second.take(ORDERS)).isInstanceOf(Turn.Create.class);

            assertThat(first.begin(ORDERS)).isEqualTo(Beginning.TAKEN);
        }
    }

    @Test
    void theForkThatHasBegunItTakesItBackForItsOwnClassUnlessAnotherHasCome() {
        try (Fork first = new Fork("first");
                Fork second = new Fork("second")) {
            first.begin(ORDERS);
            assertThat(first.take(ORDERS)).isInstanceOf(Turn.Own.class);
            assertThat(second.take(ORDERS)).isInstanceOf(Turn.Create.class);

            first.begin(STOCK);
            second.take(STOCK);
            assertThat(first.take(STOCK)).isInstanceOf(Turn.Create.class);
        }
    }

    @Test
    void nobodyComesForWhatIsWithdrawn() {
        try (Fork first = new Fork("first");
                Fork second = new Fork("second")) {
            first.begin(ORDERS);
            assertThat(first.forks.withdraw(ORDERS, first.name())).isTrue();

            assertThat(second.take(ORDERS)).isInstanceOf(Turn.Create.class);
        }
    }

    @Test
    void aClassThatNeedsNoneSaysSo() {
        try (Fork first = new Fork("first");
                Fork second = new Fork("second")) {
            first.begin(ORDERS);
            second.take(ORDERS);
            second.forks.renounce(ORDERS, second.name());

            assertThat(first.claim(ORDERS)).isEqualTo(Claim.UNWANTED);

            second.forks.renounce(STOCK, second.name());
            assertThat(first.begin(STOCK)).isEqualTo(Beginning.TAKEN);
        }
    }

    @Test
    void whoeverWaitsForADeadForkCreates() {
        try (Fork second = new Fork("second")) {
            try (Fork first = new Fork("first")) {
                first.begin(ORDERS);
                assertThat(second.take(ORDERS)).isInstanceOf(Turn.Wait.class);
            }
            assertThat(second.take(ORDERS)).isInstanceOf(Turn.Create.class);
        }
    }

    @Test
    void whoeverWaitsForAForkThatFailedCreates() {
        try (Fork first = new Fork("first");
                Fork second = new Fork("second")) {
            first.begin(ORDERS);
            second.take(ORDERS);
            first.forks.leave(ORDERS, first.name());

            assertThat(second.take(ORDERS)).isInstanceOf(Turn.Create.class);
        }
    }

    @Test
    void aWatchdogThatFinishesTheWorkOfACreatorLetsTheNextCreateAtOnce() {
        try (Fork dead = new Fork("dead");
                Fork second = new Fork("second")) {
            dead.begin(ORDERS);
            // Its journal is held, as by a watchdog.
            assertThat(second.take(ORDERS)).isInstanceOf(Turn.Wait.class);

            dead.partners.bury(dead.journal.file());

            assertThat(second.take(ORDERS)).isInstanceOf(Turn.Create.class);
        }
    }

    @Test
    void nobodyJoinsWhatSomebodyDeletes() {
        try (Fork first = new Fork("first");
                Fork second = new Fork("second")) {
            first.begin(ORDERS);
            Lease lease = first.lease();
            first.forks.created(ORDERS, first.name(), PROJECT);
            assertThat(first.partners.leave(lease)).isTrue();

            assertThat(second.take(ORDERS)).isInstanceOf(Turn.Create.class);
        }
    }

    @Test
    void theFileStaysAsLongAsASessionOfTheBuildLives() throws IOException {
        try (Fork second = new Fork("second")) {
            try (Fork first = new Fork("first")) {
                first.begin(ORDERS);
                second.take(ORDERS);
            }
            second.partners.tidy();
            assertThat(shared()).containsExactlyInAnyOrder("lock", "build.classes");
        }
        new Partners(journals(), Set::of).tidy();
        assertThat(shared()).containsExactly("lock");
    }

    @Test
    void whatIsTornCountsAsNothing() throws IOException {
        try (Fork first = new Fork("first");
                Fork second = new Fork("second")) {
            first.begin(ORDERS);
            Files.writeString(directory.resolve("shared/build.classes"), ORDERS + " READY %zz");

            assertThat(second.take(ORDERS)).isInstanceOf(Turn.Create.class);
        }
    }

    @Test
    void aDirectoryThatCannotBeUsedIsNamedWithTheFix() throws IOException {
        Path shared = Files.createFile(directory.resolve("shared"));
        try (Fork fork = new Fork("fork")) {
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> fork.begin(ORDERS))
                    .withMessage("The projects begun ahead in " + shared
                            + " cannot be used: java.nio.file.FileAlreadyExistsException: " + shared
                            + ". Make the directory writable, or set aiven.journal to another one.");
        }
    }

    private Stream<String> shared() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("shared"))) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private Journal journals() {
        return new Journal(directory, Clock.systemUTC());
    }

    /** A fork of the build; closed without a word as by its death. */
    private final class Fork implements AutoCloseable {

        final SessionJournal journal;
        final LeaseBook book;
        final Partners partners;
        final BuildForks forks;

        Fork(String name) {
            this.journal = journals().open(name, URI.create("https://api.example.org"), "4711", "jane");
            this.book = new LeaseBook(journal);
            this.partners = new Partners(journals(), () -> Set.of(journal.file()));
            this.forks = new BuildForks(journals(), "build");
        }

        String name() {
            return String.valueOf(journal.file().getFileName());
        }

        Beginning begin(String key) {
            return forks.begin(key, name(), WINDOW);
        }

        Claim claim(String key) {
            return forks.claim(key);
        }

        Turn take(String key) {
            return forks.take(key, name(), project -> lease());
        }

        Lease lease() {
            return book.acquireProject(
                    PROJECT, new Ownership("4711", "jane", Instant.now().plusSeconds(60)));
        }

        @Override
        public void close() {
            journal.close();
        }
    }
}
