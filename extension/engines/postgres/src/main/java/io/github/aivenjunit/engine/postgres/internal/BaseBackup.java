package io.github.aivenjunit.engine.postgres.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/**
 * Copies the data directory of a server, also while it runs and its clients write: the server is told, and the copy
 * takes the write-ahead log along that makes it whole again at its first start.
 */
final class BaseBackup {

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final String LOG = "pg_wal";
    /** Of one running server; PostgreSQL makes their content anew. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_dynshmem", "pg_notify", "pg_replslot", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "server.crt", "server.key");
    private static final String TEMPORARY = "pgsql_tmp";

    private final Path source;
    private final Path target;

    /** A copy to a directory that does not exist yet. */
    BaseBackup(Path source, Path target) {
        this.source = source;
        this.target = target;
    }

    /** Copies the data of a server that does not run. */
    void take() throws IOException {
        copy(source, EMPTIED);
    }

    /**
     * Copies the data of a running server.
     *
     * @param session a superuser's, which must not end before
     */
    void take(PostgresSession session, int major) throws IOException {
        // Keeps the log from being recycled meanwhile; ends with the session.
        session.query("SELECT pg_create_physical_replication_slot('_aiven_copy_" + Long.toHexString(System.nanoTime())
                + "', true, true)");
        boolean renamed = major >= 15;
        session.query(renamed ? "SELECT pg_backup_start('copy', true)" : "SELECT pg_start_backup('copy', true, false)");
        Set<String> withoutLog = new HashSet<>(EMPTIED);
        withoutLog.add(LOG);
        copy(source, Set.copyOf(withoutLog));
        String label = session.query(
                        "SELECT labelfile FROM " + (renamed ? "pg_backup_stop(false)" : "pg_stop_backup(false, false)"))
                .get(0)
                .get(0);
        Files.delete(target.resolve(LOG));
        copy(source.resolve(LOG), Set.of());
        Files.writeString(Files.createFile(target.resolve("backup_label"), PRIVATE_FILE), label);
    }

    private void copy(Path tree, Set<String> emptied) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (directory.getFileName().toString().startsWith(TEMPORARY)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectory(counterpart(directory), PRIVATE_DIRECTORY);
                return emptied.contains(source.relativize(directory).toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = source.relativize(file).toString();
                if (!LEFT_OUT.contains(name) && !file.getFileName().toString().startsWith(TEMPORARY)) {
                    try {
                        Files.copy(file, counterpart(file), LinkOption.NOFOLLOW_LINKS);
                    } catch (NoSuchFileException dropped) {
                        // A table that was dropped meanwhile; the log says so too.
                        Files.deleteIfExists(counterpart(file));
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    private Path counterpart(Path path) {
        return target.resolve(source.relativize(path).toString());
    }
}
