package io.github.aivenjunit.engine.mysql.internal;

import java.util.Optional;

/**
 * The program that runs on this machine, or why there is none: one of the two is there.
 *
 * @param program what runs
 * @param objection why nothing does, as one sentence
 */
public record Selection(Optional<ServerProgram> program, Optional<String> objection) {

    static Selection of(ServerProgram program) {
        return new Selection(Optional.of(program), Optional.empty());
    }

    static Selection none(String objection) {
        return new Selection(Optional.empty(), Optional.of(objection));
    }
}
