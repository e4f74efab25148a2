package io.github.aivenjunit.engine.mysql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A script in place of MySQL's server program.
 *
 * @param file where it lies
 * @param version what it says of itself
 * @param initialize what it does to make a data directory, which it finds as {@code $data}
 * @param run what it does when it is started as a server
 */
record FakeProgram(Path file, String version, String initialize, String run) {

    /** A program that makes an empty data directory and ends at once as a server. */
    static FakeProgram in(Path directory) {
        return new FakeProgram(directory.resolve("mysqld"), "", "mkdir \"$data\"", "exit 1");
    }

    FakeProgram version(String line) throws IOException {
        return new FakeProgram(file, line, initialize, run).write();
    }

    FakeProgram initializing(String command) throws IOException {
        return new FakeProgram(file, version, command, run).write();
    }

    FakeProgram running(String command) throws IOException {
        return new FakeProgram(file, version, initialize, command).write();
    }

    private FakeProgram write() throws IOException {
        Files.writeString(file, """
                #!/bin/sh
                data=$(sed -n 's/^datadir="\\(.*\\)"$/\\1/p' "${1#--defaults-file=}" 2>/dev/null)
                case $* in
                  '--no-defaults --version') echo '%s' ;;
                  '--defaults-file='*' --initialize-insecure') %s ;;
                  '--defaults-file='*) %s ;;
                  *) echo "$*"; exit 2 ;;
                esac
                """.formatted(version, initialize, run));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }
}
