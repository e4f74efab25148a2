package io.github.aivenjunit.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProgramSearchTests {

    private static final String INTERRUPTED = "The look for it was interrupted; run the tests again.";

    private final AtomicInteger searches = new AtomicInteger();

    @Test
    void theFirstQuestionSearchesAndTheOutcomeStays() {
        ProgramSearch<Integer> found =
                new ProgramSearch<>(INTERRUPTED, () -> ProgramSelection.of(searches.incrementAndGet()));
        assertThat(searches).hasValue(0);

        assertThat(found.select().program()).hasValue(1);
        assertThat(found.select()).isEqualTo(ProgramSelection.of(1));
    }

    @Test
    void thatThereIsNoneStaysToo() {
        ProgramSearch<Integer> none =
                new ProgramSearch<>(INTERRUPTED, () -> ProgramSelection.none("none " + searches.incrementAndGet()));

        assertThat(none.select().objection()).hasValue("none 1");
        assertThat(none.select()).isEqualTo(ProgramSelection.none("none 1"));
    }

    @Test
    void anInterruptIsAnObjectionUntilTheNextQuestion() {
        CountDownLatch never = new CountDownLatch(1);
        ProgramSearch<Integer> search = new ProgramSearch<>(INTERRUPTED, () -> {
            if (searches.incrementAndGet() == 1 && never.await(60, TimeUnit.SECONDS)) {
                return ProgramSelection.none("not interrupted");
            }
            return ProgramSelection.of(searches.get());
        });

        Thread.currentThread().interrupt();
        assertThat(search.select()).isEqualTo(ProgramSelection.none(INTERRUPTED));
        assertThat(Thread.interrupted()).as("still interrupted").isTrue();

        assertThat(search.select()).isEqualTo(ProgramSelection.of(2));
    }

    @Test
    void aSelectionIsEitherAProgramOrAnObjection() {
        assertThatThrownBy(() -> new ProgramSelection<>(Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A selection is either a program or an objection."
                        + " Give one of them, and leave the other empty.");
        assertThatThrownBy(() -> new ProgramSelection<>(Optional.of(1), Optional.of("no")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
