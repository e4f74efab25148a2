package io.github.aivenjunit.engine.valkey.internal;

import io.github.aivenjunit.emulator.engine.BundledFile;
import io.github.aivenjunit.emulator.engine.NativeHost;
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

    Selection select() throws InterruptedException {
        if (platform.resource().isEmpty()) {
            return Selection.none("No Redis is bundled for " + platform.name() + "; " + INSTEAD);
        }
        String resource = platform.resource().get();
        URL program = classPath.getResource(resource);
        if (program == null) {
            return Selection.none(
                    ARTIFACT + " is not on the class path; add it to the test dependencies, or " + INSTEAD);
        }
        Path file;
        try {
            file = unpack(resource, program);
        } catch (IOException failure) {
            return Selection.none(
                    "The bundled Redis cannot be unpacked (" + failure + "); free the way, or " + INSTEAD);
        }
        return ask(file);
    }

    private Selection ask(Path file) throws InterruptedException {
        ProgramProbe probe;
        try {
            probe = ProgramProbe.version(file);
        } catch (IOException notStarted) {
            return Selection.none(cannotStart(notStarted));
        }
        Optional<ServerProgram> server = ServerProgram.recognize(file, probe.output(), true);
        if (probe.status() == 0 && server.isPresent()) {
            return Selection.of(server.get());
        }
        if (probe.output().contains(NO_OPENSSL)) {
            return Selection.none(
                    "The bundled Redis needs OpenSSL 3 (libssl.so.3), which this system lacks; install it, or "
                            + INSTEAD);
        }
        String reason = probe.output().lines().findFirst().orElse("status " + probe.status());
        return Selection.none("The bundled Redis does not run here (" + reason + "); " + INSTEAD);
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
