package io.github.aivenjunit.engine.mysql.internal;

import io.github.aivenjunit.emulator.engine.ProgramAnswer;
import io.github.aivenjunit.emulator.engine.ProgramPath;
import io.github.aivenjunit.emulator.engine.ProgramSearch;
import io.github.aivenjunit.emulator.engine.ProgramSelection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** The programs that may run: the first usable MySQL on the PATH, else the bundled MariaDB. */
public final class MySqlPrograms {

    private static final List<String> NAMES = List.of("mysqld");
    private static final int OLDEST_MAJOR = 8;

    private MySqlPrograms() {}

    /** Searches the directories of a PATH, and then the class path. */
    public static ProgramSearch<ServerProgram> search(String searchPath, BundledMariaDb bundled) {
        ProgramPath path = new ProgramPath(searchPath);
        return new ProgramSearch<>("The look for a MySQL server was interrupted; run the tests again.", () -> {
            Optional<ServerProgram> program = path.first(NAMES, MySqlPrograms::examine);
            return program.isPresent() ? ProgramSelection.of(program.get()) : bundled.select();
        });
    }

    static ProgramAnswer version(Path file) throws IOException, InterruptedException {
        // The machine's own option files could hold options that end the program at once.
        return ProgramAnswer.to(List.of(file.toString(), "--no-defaults", "--version"));
    }

    private static ProgramSelection<ServerProgram> examine(Path file) throws IOException, InterruptedException {
        Optional<String> version =
                ServerProgram.mySqlVersion(version(file).output()).filter(MySqlPrograms::isNewEnough);
        if (version.isEmpty()) {
            return ProgramSelection.none("it is not MySQL 8.0 or newer");
        }
        return ProgramSelection.of(new ServerProgram(version.get(), file, key(version.get(), file), Optional.empty()));
    }

    private static boolean isNewEnough(String version) {
        return Integer.parseInt(version.substring(0, version.indexOf('.'))) >= OLDEST_MAJOR;
    }

    /** An update of the program under the same name changes its size or its time. */
    private static String key(String version, Path file) throws IOException {
        Path real = file.toRealPath();
        CRC32 sum = new CRC32();
        sum.update((real + " " + Files.size(real) + " " + Files.getLastModifiedTime(real))
                .getBytes(StandardCharsets.UTF_8));
        return String.format("mysql-%s-%08x", version, sum.getValue());
    }
}
