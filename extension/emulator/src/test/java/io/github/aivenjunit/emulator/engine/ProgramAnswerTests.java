package io.github.aivenjunit.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgramAnswerTests {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final List<String> SLEEPER = List.of("sleep", "321.123");

    @Test
    void theAnswerIsTheStatusAndTheOutputOfBothStreams() throws Exception {
        assertThat(ProgramAnswer.to(List.of("/bin/sh", "-c", "echo ' one'; echo two >&2; exit 3")))
                .isEqualTo(new ProgramAnswer(3, "one\ntwo"));
    }

    @Test
    void aProgramThatWaitsForItsInputGetsIt() throws Exception {
        assertThat(ProgramAnswer.to(List.of("cat"), "question").output()).isEqualTo("question");
        assertThat(ProgramAnswer.to(List.of("cat"))).isEqualTo(new ProgramAnswer(0, ""));
    }

    @Test
    void aProgramThatReadsNoInputIsHeardAllTheSame() throws Exception {
        String moreThanThePipeHolds = "x".repeat(1_000_000);

        assertThat(ProgramAnswer.to(List.of("echo", "heard"), moreThanThePipeHolds))
                .isEqualTo(new ProgramAnswer(0, "heard"));
    }

    @Test
    void aProgramSeesNothingOfTheEnvironmentButItsPath() throws Exception {
        assertThat(System.getenv()).hasSizeGreaterThan(1);

        assertThat(ProgramAnswer.to(List.of("env")).output().lines())
                .containsExactlyInAnyOrder("PATH=" + System.getenv("PATH"), "LC_ALL=C");
    }

    @Test
    void aProgramThatIsNotThereIsAFailure() {
        assertThatThrownBy(() -> ProgramAnswer.to(List.of("/no/such/program")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/no/such/program");
    }

    @Test
    void aProgramThatDoesNotEndIsAFailureAndIsKilled() {
        assertThatThrownBy(() -> ProgramAnswer.to(SLEEPER, "", SHORT))
                .isInstanceOf(IOException.class)
                .hasMessage("sleep did not answer within 1 s");
        assertNoSleeperIsLeft();
    }

    @Test
    void anInterruptEndsTheProgram() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ProgramAnswer.to(SLEEPER)).isInstanceOf(InterruptedException.class);

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertNoSleeperIsLeft();
    }

    private static void assertNoSleeperIsLeft() {
        CompletableFuture<?>[] ends = ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(String.join(" ", SLEEPER)))
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture<?>[]::new);
        assertThat(CompletableFuture.allOf(ends).orTimeout(20, TimeUnit.SECONDS))
                .as("ends of what still ran")
                .succeedsWithin(Duration.ofSeconds(30));
    }
}
