package io.github.aivenjunit.engine.postgres.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The archive inside a binaries jar: a tar packed with xz. */
final class PostgresArchive {

    /**
     * Aiven lets its users create these through an allow list (Aiven docs: Extensions on Aiven for PostgreSQL).
     * PostgreSQL's own means to that end is to call them trusted; the others on Aiven's list already are.
     */
    private static final Set<String> ALLOWED_ON_AIVEN = Set.of(
            "bloom",
            "dblink",
            "earthdistance",
            "intagg",
            "pageinspect",
            "pg_buffercache",
            "pg_prewarm",
            "pg_stat_statements",
            "pgrowlocks",
            "pgstattuple",
            "postgres_fdw",
            "sslinfo");

    private static final Path EXTENSIONS = Path.of("share/postgresql/extension");

    private PostgresArchive() {}

    static void unpack(InputStream archive, Path directory) throws IOException, InterruptedException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted while unpacking PostgreSQL");
                }
                unpack(tar, entry, directory);
            }
        }
        trustAllowedExtensions(directory.resolve(EXTENSIONS));
    }

    private static void unpack(InputStream content, TarArchiveEntry entry, Path directory) throws IOException {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("The PostgreSQL archive has an entry outside of it, " + entry.getName()
                    + ". Use a binaries jar from Maven Central.");
        }
        if (entry.isDirectory()) {
            createDirectories(target, directory);
            return;
        }
        Path parent = target.resolve("..").normalize();
        createDirectories(parent, directory);
        if (entry.isSymbolicLink()) {
            Path link = parent.resolve(entry.getLinkName()).normalize();
            if (!link.startsWith(directory)) {
                throw new IOException("The PostgreSQL archive has a link out of it, " + entry.getName()
                        + ". Use a binaries jar from Maven Central.");
            }
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            // The user that servers run as may be another one, and the umask a strict one.
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static void createDirectories(Path path, Path root) throws IOException {
        Path step = root;
        for (Path name : root.relativize(path)) {
            step = step.resolve(name);
            if (!Files.isDirectory(step)) {
                Files.createDirectory(step);
                Files.setPosixFilePermissions(step, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static void trustAllowedExtensions(Path extensions) throws IOException {
        for (String extension : ALLOWED_ON_AIVEN) {
            Path control = extensions.resolve(extension + ".control");
            if (Files.exists(control)) {
                Files.writeString(control, "\ntrusted = true\n", StandardOpenOption.APPEND);
            }
        }
    }
}
