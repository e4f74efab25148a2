package io.github.aivenjunit.share.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.aivenjunit.journal.internal.Journal;
import io.github.aivenjunit.journal.internal.JournalException;
import io.github.aivenjunit.journal.internal.SessionJournal;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.LeaseBook;
import io.github.aivenjunit.lease.internal.Ownership;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who creates a shared project, who uses it, and who deletes it. */
class SharingTests {

    private static final String PROJECT = "aj-shared";
    private static final String KEY = "key";

    @TempDir
    Path directory;

    @Test
    void theFirstCreatesTheNextWaitsAndThenJoins() {
        try (Member first = new Member("first");
                Member second = new Member("second")) {
            assertThat(first.next()).isInstanceOf(Turn.Create.class);
            assertThat(second.next()).isInstanceOf(Turn.Wait.class);

            Lease lease = first.lease();
            first.place.created(PROJECT);

            assertThat(second.next())
                    .isInstanceOfSatisfying(
                            Turn.Join.class,
                            join -> assertThat(join.lease().project()).isEqualTo(PROJECT));
            assertThat(first.partners.leave(lease)).isFalse();
            assertThat(first.book.open()).isEmpty();
        }
    }

    @Test
    void onlyTheLastOutDeletesAndNobodyJoinsAfterwards() {
        try (Member first = new Member("first");
                Member second = new Member("second");
                Member late = new Member("late")) {
            first.next();
            Lease firsts = first.lease();
            first.place.created(PROJECT);
            Lease seconds = ((Turn.Join) second.next()).lease();

            assertThat(second.partners.leave(seconds)).isFalse();
            assertThat(first.partners.leave(firsts)).isTrue();
            assertThat(late.next()).isInstanceOf(Turn.Create.class);
        }
    }

    @Test
    void whatIsTornIsCreatedAnew() throws IOException {
        try (Member first = new Member("first");
                Member second = new Member("second")) {
            first.next();
            Files.writeString(directory.resolve("shared").resolve(KEY + ".platform"), "READ");

            assertThat(second.next()).isInstanceOf(Turn.Create.class);
        }
    }

    @Test
    void aFailureIsToldAsLongAsItsSessionLives() {
        try (Member second = new Member("second")) {
            try (Member first = new Member("first")) {
                first.next();
                first.place.failed("The plan has no brokers. Take another.");

                assertThat(second.next()).isEqualTo(new Turn.Failed("The plan has no brokers. Take another."));
            }
            assertThat(second.next()).isInstanceOf(Turn.Create.class);
        }
    }

    @Test
    void aSessionThatDiedWhileItCreatedIsFollowedByAnother() {
        try (Member second = new Member("second")) {
            try (Member first = new Member("first")) {
                first.next();
            }
            assertThat(second.next()).isInstanceOf(Turn.Create.class);
        }
    }

    @Test
    void aWatchdogThatFinishesTheWorkOfACreatorLetsTheNextCreateAtOnce() {
        try (Member dead = new Member("dead");
                Member second = new Member("second")) {
            dead.next();
            // Its journal is held, as by a watchdog.
            assertThat(second.next()).isInstanceOf(Turn.Wait.class);

            dead.partners.bury(dead.journal.file());

            assertThat(second.next()).isInstanceOf(Turn.Create.class);
        }
    }

    @Test
    void theDeadDoNotCount() {
        Lease lease;
        try (Member first = new Member("first")) {
            first.next();
            lease = first.lease();
            first.place.created(PROJECT);
            try (Member second = new Member("second")) {
                assertThat(second.next()).isInstanceOf(Turn.Join.class);
            }
            assertThat(first.partners.leave(lease)).isTrue();
        }
    }

    @Test
    void whereNothingIsSharedEveryProjectIsDeletedAndNoDirectoryIsMade() {
        try (Member alone = new Member("alone")) {
            assertThat(alone.partners.leave(alone.lease())).isTrue();
            assertThat(directory.resolve("shared")).doesNotExist();
        }
    }

    @Test
    void aProjectThatVanishedIsCreatedAnew() {
        try (Member first = new Member("first");
                Member second = new Member("second")) {
            first.next();
            first.place.created(PROJECT);
            second.place.vanished("aj-another");
            assertThat(second.next()).isInstanceOf(Turn.Join.class);

            second.place.vanished(PROJECT);

            assertThat(second.next()).isInstanceOf(Turn.Create.class);
        }
    }

    @Test
    void aDirectoryThatCannotBeUsedIsNamedWithTheFix() throws IOException {
        Path shared = Files.createFile(directory.resolve("shared"));
        try (Member first = new Member("first")) {
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(first::next)
                    .withMessage("The shared projects in " + shared
                            + " cannot be used: java.nio.file.FileAlreadyExistsException: " + shared
                            + ". Make the directory writable, or set aiven.journal to another one.");
        }
    }

    @Test
    void onlyTheOwnerCanLook() throws IOException {
        try (Member first = new Member("first")) {
            first.next();
            first.place.created(PROJECT);

            Path shared = directory.resolve("shared");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared)))
                    .isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(shared)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("lock", KEY + ".platform");
            }
        }
    }

    /** A session of the run; closed without a word as by its death. */
    private final class Member implements AutoCloseable {

        final SessionJournal journal;
        final LeaseBook book;
        final Partners partners;
        final Rendezvous place;

        Member(String name) {
            Journal journals = new Journal(directory, Clock.systemUTC());
            this.journal = journals.open(name, URI.create("https://api.example.org"), "4711", "jane");
            this.book = new LeaseBook(journal);
            this.partners = new Partners(journals, () -> Set.of(journal.file()));
            this.place = new Rendezvous(journals, journal.file(), KEY);
        }

        Turn next() {
            return place.next(project -> lease());
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
