package io.github.aivenjunit.engine.postgres.internal;

import io.github.aivenjunit.emulator.engine.BundledFile;
import io.github.aivenjunit.emulator.engine.NativeHost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * PostgreSQL's programs for one platform in one version, as an archive on the class path.
 *
 * @param version what the archive holds
 * @param archive where it is
 * @param checksum tells this archive from others of the same version, for example a repackaged one
 */
public record Distribution(PostgresVersion version, URL archive, String checksum) {

    /** Changes with what {@link PostgresArchive} does to the content. */
    private static final int UNPACKING = 1;

    static Distribution open(NativeHost host, URL archive) throws IOException, InterruptedException {
        String checksum = new BundledFile(archive).checksum();
        Optional<PostgresVersion> named = PostgresVersion.fromLocation(archive.toString());
        if (named.isPresent()) {
            return new Distribution(named.get(), archive, checksum);
        }
        // A renamed or merged jar does not tell its version, so the content must.
        Path home = unpacked(host, archive, "unknown-" + checksum);
        try (BufferedReader catalog = Files.newBufferedReader(home.resolve("share/postgresql/postgres.bki"))) {
            String head = String.valueOf(catalog.readLine());
            return new Distribution(
                    PostgresVersion.ofMajor(Integer.parseInt(head.replaceAll("\\D+", ""))), archive, checksum);
        } catch (NumberFormatException unexpected) {
            throw new IOException(
                    "The version of " + archive + " is not known. Keep the jar's original file name.", unexpected);
        }
    }

    /** The directory with {@code bin}, {@code lib} and {@code share}; unpacked at the first use on this machine. */
    Path home(NativeHost host) throws IOException, InterruptedException {
        return unpacked(host, archive, key());
    }

    /** Whether that is its major version, as {@code pg_version} says it. */
    public boolean isMajor(String major) {
        return Integer.toString(version.major()).equals(major);
    }

    String key() {
        return version + "-" + checksum;
    }

    private static Path unpacked(NativeHost host, URL archive, String key) throws IOException, InterruptedException {
        return host.cached("postgres-" + key + "-" + UNPACKING, directory -> {
            try (InputStream stream = new BundledFile(archive).open()) {
                PostgresArchive.unpack(stream, directory);
            }
        });
    }
}
