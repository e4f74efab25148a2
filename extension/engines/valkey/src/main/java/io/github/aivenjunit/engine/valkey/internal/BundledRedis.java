package io.github.aivenjunit.engine.valkey.internal;

import io.github.aivenjunit.emulator.engine.BundledFile;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.ProgramAnswer;
import io.github.aivenjunit.emulator.engine.ProgramSelection;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The Redis on the class path, unpacked once per machine and asked whether it runs here. Thread-safe. */
public final class BundledRedis {

    private static final String ARTIFACT = "com.github.codemonstur:embedded-redis:1.4.4";
    private static final String INSTEAD =
            "put valkey-server or redis-server 7.0 or newer, built with TLS, on the PATH.";
    /** The dynamic loader's complaint; the bundled program for Linux on amd64 takes OpenSSL 3 from the system. */
    private static final String NO_OPENSSL = "libssl.so.3: cannot open shared object file";
    /** What the JVM says for ENOENT: the file is there, so it is the loader that the program names which is not. */
    private static final String NO_LOADER = "error=2,";

    private final NativeHost host;
    private final ClassLoader classPath;
    private final BundledPlatform platform;

    /** Looks for the platform's program on that class path. */
    public BundledRedis(NativeHost host, ClassLoader classPath, BundledPlatform platform) {
        this.host = host;
        this.classPath = classPath;
        this.platform = platform;
    }

    ProgramSelection<ServerProgram> select() throws InterruptedException {
        if (platform.resource().isEmpty()) {
            return ProgramSelection.none("No Redis is bundled for " + platform.name() + "; " + INSTEAD);
        }
        String resource = platform.resource().get();
        URL program = classPath.getResource(resource);
        if (program == null) {
            return ProgramSelection.none(
                    ARTIFACT + " is not on the class path; add it to the test dependencies, or " + INSTEAD);
        }
        Path file;
        try {
            file = unpack(resource, program);
        } catch (IOException failure) {
            return ProgramSelection.none(
                    "The bundled Redis cannot be unpacked (" + failure + "); free the way, or " + INSTEAD);
        }
        return ask(file);
    }

    private ProgramSelection<ServerProgram> ask(Path file) throws InterruptedException {
        ProgramAnswer answer;
        try {
            answer = ValkeyPrograms.version(file);
        } catch (IOException notStarted) {
            return ProgramSelection.none(cannotStart(notStarted));
        }
        Optional<ServerProgram> server = ServerProgram.recognize(file, answer.output(), true);
        if (answer.status() == 0 && server.isPresent()) {
            return ProgramSelection.of(server.get());
        }
        if (answer.output().contains(NO_OPENSSL)) {
            return ProgramSelection.none(
                    "The bundled Redis needs OpenSSL 3 (libssl.so.3), which this system lacks; install it, or "
                            + INSTEAD);
        }
        String reason = answer.output().lines().findFirst().orElse("status " + answer.status());
        return ProgramSelection.none("The bundled Redis does not run here (" + reason + "); " + INSTEAD);
    }

    private String cannotStart(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains(NO_LOADER)
                ? "The bundled Redis for " + platform.name() + " needs glibc, which this system lacks; " + INSTEAD
                : "The bundled Redis cannot be started (" + message + "); " + INSTEAD;
    }

    private Path unpack(String resource, URL program) throws IOException, InterruptedException {
        Path entry = host.cached(resource + "-" + new BundledFile(program).checksum(), directory -> {
            Path file = directory.resolve("redis-server");
            try (InputStream stream = new BundledFile(program).open()) {
                Files.copy(stream, file);
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        });
        return entry.resolve("redis-server");
    }
}
