package io.github.aivenjunit.engine.clickhouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A script in place of a server program. */
final class FakeProgram {

    private FakeProgram() {}

    /**
     * Writes it.
     *
     * @param file where it lies
     * @param version what it says of itself when it is asked as a server
     * @param run what it does as a server; its first word {@code server} is gone, if it had one
     */
    static void write(Path file, String version, String run) throws IOException {
        Files.writeString(file, """
                #!/bin/sh
                if test "${0##*/}" = clickhouse; then
                  test "$1" = server || exit 2
                  shift
                fi
                case $1 in
                  --version) echo '%s' ;;
                  --config-file=*) %s ;;
                esac
                """.formatted(version, run));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
