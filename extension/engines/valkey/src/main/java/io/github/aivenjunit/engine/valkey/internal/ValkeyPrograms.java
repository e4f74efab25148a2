package io.github.aivenjunit.engine.valkey.internal;

import io.github.aivenjunit.emulator.engine.ProgramAnswer;
import io.github.aivenjunit.emulator.engine.ProgramPath;
import io.github.aivenjunit.emulator.engine.ProgramSearch;
import io.github.aivenjunit.emulator.engine.ProgramSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The programs that may run: the first usable Valkey on the PATH, then the first Redis on it, else the bundled one. */
public final class ValkeyPrograms {

    private static final List<String> NAMES = List.of("valkey-server", "redis-server");
    private static final int OLDEST_MAJOR = 7;
    /** Neither Valkey nor Redis knows the last line, so the program ends without starting a server. */
    private static final String UNKNOWN_DIRECTIVE = "aiven-junit-probe";

    private static final String TLS_QUESTION = "port 0\ntls-port 0\n" + UNKNOWN_DIRECTIVE + "\n";

    private ValkeyPrograms() {}

    /** Searches the directories of a PATH, and then the class path. */
    public static ProgramSearch<ServerProgram> search(String searchPath, BundledRedis bundled) {
        ProgramPath path = new ProgramPath(searchPath);
        return new ProgramSearch<>("The look for a Valkey server was interrupted; run the tests again.", () -> {
            for (String name : NAMES) {
                Optional<ServerProgram> program = path.first(List.of(name), ValkeyPrograms::examine);
                if (program.isPresent()) {
                    return ProgramSelection.of(program.get());
                }
            }
            return bundled.select();
        });
    }

    static ProgramAnswer version(Path file) throws IOException, InterruptedException {
        return ProgramAnswer.to(List.of(file.toString(), "--version"));
    }

    private static ProgramSelection<ServerProgram> examine(Path file) throws IOException, InterruptedException {
        Optional<ServerProgram> recognized =
                ServerProgram.recognize(file, version(file).output(), false);
        if (recognized.isEmpty()) {
            return ProgramSelection.none("it says no version");
        }
        ServerProgram program = recognized.get();
        if (program.major() < OLDEST_MAJOR) {
            return ProgramSelection.none(program.toString());
        }
        return speaksTls(file)
                ? ProgramSelection.of(program)
                : ProgramSelection.none(program + " was built without TLS");
    }

    /** Whether the program was built with TLS: it stumbles over the first line of its configuration it does not know. */
    private static boolean speaksTls(Path file) throws IOException, InterruptedException {
        return ProgramAnswer.to(List.of(file.toString(), "-"), TLS_QUESTION)
                .output()
                .contains("'" + UNKNOWN_DIRECTIVE + "'");
    }
}
