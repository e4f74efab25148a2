package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class SharedBudgetTests {

    private static final URI API = URI.create("https://api.example");
    private static final ApiToken TOKEN = ApiToken.of("canary-token-of-the-budget");
    private static final Timing.Pause REFUSED = delay -> true;

    @TempDir
    private Path directory;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
    }

    @Test
    void jvmsSideBySideTakeFromOneBudget() throws Exception {
        Path file = directory.resolve("budget");
        Process one = BudgetFork.start(file, directory.resolve("one"), 100, "return");
        Process other = BudgetFork.start(file, directory.resolve("other"), 100, "return");

        assertThat(one.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(taken("one") + taken("other")).isEqualTo(20);
    }

    @Test
    void aJvmThatDiesHoldsNothingBack() throws Exception {
        Path file = directory.resolve("budget");
        Process dying = BudgetFork.start(file, directory.resolve("dying"), 7, "halt");
        assertThat(dying.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(taken("dying")).isEqualTo(7);
        assertThat(burst(new RateBudget(MappedWords.open(file), 100, () -> BudgetFork.MOMENT)))
                .isEqualTo(13);
    }

    @Test
    void aPauseThatOneLearnsOfHoldsTheOthers() throws IOException {
        Path file = directory.resolve("budget");
        RateBudget one = new RateBudget(MappedWords.open(file), 100, () -> BudgetFork.MOMENT);
        RateBudget other = new RateBudget(MappedWords.open(file), 100, () -> BudgetFork.MOMENT);

        one.pause(Duration.ofSeconds(28));
        one.announced(60);

        assertThat(other.take(Urgency.WRITE, 0)).contains(Duration.ofSeconds(28));
        assertThat(other.limit()).isEqualTo(54);
    }

    @Test
    void theFileIsForItsOwnerOnlyAndTellsNothingOfTheToken() throws IOException {
        RequestGovernor governor = RequestGovernor.sharedIn(directory.resolve("state"), API, TOKEN, 100);

        Path file = onlyFile(directory.resolve("state"));
        assertThat(governor.limit()).contains(100);
        assertThat(file.getFileName().toString()).matches("requests-[0-9a-f]{16}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("state"))))
                .isEqualTo("rwx------");
    }

    @Test
    void eachTokenAndEachAddressHasItsOwnFile() throws IOException {
        RequestGovernor first = RequestGovernor.sharedIn(directory, API, TOKEN, 100);
        RequestGovernor second = RequestGovernor.sharedIn(directory, API, ApiToken.of("another"), 100);
        RequestGovernor third = RequestGovernor.sharedIn(directory, URI.create("https://other"), TOKEN, 100);

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void aTornFileIsUsedAgain() throws Exception {
        RequestGovernor.sharedIn(directory, API, TOKEN, 100);
        Path file = onlyFile(directory);
        Files.writeString(file, "torn in the mid");

        RequestGovernor again = RequestGovernor.sharedIn(directory, API, TOKEN, 100);

        assertThat(again.admit(Urgency.READ, REFUSED)).isFalse();
        assertThat(Files.size(file)).isEqualTo(64);
        assertThat(log.list).isEmpty();
    }

    @Test
    void aFileThatSomebodyHasLockedIsUsedAllTheSame() throws Exception {
        RequestGovernor.sharedIn(directory, API, TOKEN, 100);
        try (FileChannel channel = FileChannel.open(onlyFile(directory), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            RequestGovernor again = RequestGovernor.sharedIn(directory, API, TOKEN, 100);

            assertThat(lock.isValid()).isTrue();
            assertThat(again.admit(Urgency.READ, REFUSED)).isFalse();
        }
        assertThat(log.list).isEmpty();
    }

    @Test
    void whereTheFileCannotBeMadeTheBudgetIsOfThisJvmAndAWarningSaysSoOnce() throws Exception {
        Path noDirectory = Files.writeString(directory.resolve("file"), "");

        RequestGovernor governor = RequestGovernor.sharedIn(noDirectory, API, TOKEN, 100);

        int admitted = 0;
        while (!governor.admit(Urgency.WRITE, REFUSED)) {
            admitted++;
        }
        assertThat(admitted).isEqualTo(20);
        assertThat(log.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage())
                        .matches("The request budget in " + noDirectory + "/requests-[0-9a-f]{16} cannot be shared"
                                + " \\(java\\.nio\\.file\\.FileAlreadyExistsException: " + noDirectory
                                + "\\), so this JVM keeps to one of its own\\. Make the file writable, so that JVMs side by side"
                                + " stay below the API's limit together\\."));
    }

    private static int burst(RateBudget budget) {
        int taken = 0;
        while (budget.take(Urgency.WRITE, 0).isEmpty()) {
            taken++;
        }
        return taken;
    }

    private int taken(String fork) throws IOException {
        return Integer.parseInt(Files.readString(directory.resolve(fork)));
    }

    private static Path onlyFile(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList().get(0);
        }
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(RequestGovernor.class);
    }
}
