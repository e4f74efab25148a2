package io.github.aivenjunit.engine.clickhouse.internal;

import io.github.aivenjunit.emulator.engine.ProgramAnswer;
import io.github.aivenjunit.emulator.engine.ProgramPath;
import io.github.aivenjunit.emulator.engine.ProgramSearch;
import io.github.aivenjunit.emulator.engine.ProgramSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs that may run: the first usable one on the PATH. */
public final class ClickHousePrograms {

    private static final List<String> NAMES = List.of("clickhouse", "clickhouse-server");

    private ClickHousePrograms() {}

    /**
     * Searches the directories of a PATH.
     *
     * @param objection what to say when there is no program, or none was found yet
     */
    public static ProgramSearch<ServerProgram> search(String searchPath, String objection) {
        ProgramPath path = new ProgramPath(searchPath);
        return new ProgramSearch<>(
                objection,
                () -> path.first(NAMES, ClickHousePrograms::examine)
                        .map(ProgramSelection::of)
                        .orElseGet(() -> ProgramSelection.none(objection)));
    }

    private static ProgramSelection<ServerProgram> examine(Path file) throws IOException, InterruptedException {
        List<String> command = ServerProgram.commandOf(file);
        List<String> question =
                Stream.concat(command.stream(), Stream.of("--version")).toList();
        Optional<ServerProgram> program =
                ServerProgram.recognize(command, ProgramAnswer.to(question).output());
        // GRANT CURRENT GRANTS and the access rights of its own user settled by then.
        return program.filter(candidate -> candidate.isSince(23, 3))
                .map(ProgramSelection::of)
                .orElseGet(() -> ProgramSelection.none("it is not a ClickHouse server 23.3 or newer"));
    }
}
