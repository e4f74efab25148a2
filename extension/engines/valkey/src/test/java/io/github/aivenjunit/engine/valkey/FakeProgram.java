package io.github.aivenjunit.engine.valkey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A script in place of a server program.
 *
 * @param file where it lies
 * @param version what it says of itself
 * @param complaint the first line of a configuration that it does not know
 * @param run what it does when it is started as a server
 */
record FakeProgram(Path file, String version, String complaint, String run) {

    /** A program that knows TLS and ends at once as a server. */
    static FakeProgram in(Path directory, String name) {
        return new FakeProgram(directory.resolve(name), "", "aiven-junit-probe", "exit 1");
    }

    FakeProgram version(String line) throws IOException {
        return new FakeProgram(file, line, complaint, run).write();
    }

    FakeProgram withoutTls() throws IOException {
        return new FakeProgram(file, version, "tls-port 0", run).write();
    }

    FakeProgram running(String command) throws IOException {
        return new FakeProgram(file, version, complaint, command).write();
    }

    private FakeProgram write() throws IOException {
        Files.writeString(file, """
                #!/bin/sh
                case $1 in
                  --version) echo '%s' ;;
                  -) echo "Reading the configuration file, at line 2"; echo ">>> '%s'"; exit 1 ;;
                  *) %s ;;
                esac
                """.formatted(version, complaint, run));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }
}
