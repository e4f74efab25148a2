package io.github.aivenjunit.emulator.engine;

import java.util.Optional;

/**
 * The program that runs on this machine, or why there is none: one of the two is there.
 *
 * @param <P> what is known of a program
 * @param program what runs
 * @param objection why nothing does
 */
public record ProgramSelection<P>(Optional<P> program, Optional<String> objection) {

    /** @throws IllegalArgumentException if both are there, or neither is */
    public ProgramSelection {
        if (program.isPresent() == objection.isPresent()) {
            throw new IllegalArgumentException(
                    "A selection is either a program or an objection. Give one of them, and leave the other empty.");
        }
    }

    /** That program runs. */
    public static <P> ProgramSelection<P> of(P program) {
        return new ProgramSelection<>(Optional.of(program), Optional.empty());
    }

    /** No program runs, for that reason. */
    public static <P> ProgramSelection<P> none(String objection) {
        return new ProgramSelection<>(Optional.empty(), Optional.of(objection));
    }
}
