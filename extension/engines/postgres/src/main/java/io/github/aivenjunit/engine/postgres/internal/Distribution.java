package io.github.aivenjunit.engine.postgres.internal;

import io.github.aivenjunit.emulator.engine.NativeHost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

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
        String checksum = checksum(archive);
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

    String key() {
        return version + "-" + checksum;
    }

    private static Path unpacked(NativeHost host, URL archive, String key) throws IOException, InterruptedException {
        return host.cached("postgres-" + key + "-" + UNPACKING, directory -> {
            try (InputStream stream = uncached(archive).getInputStream()) {
                PostgresArchive.unpack(stream, directory);
            }
        });
    }

    /** Read from the jar's directory where there is one: to read 15 MB at each start of a JVM would cost 50 ms. */
    private static String checksum(URL archive) throws IOException {
        URLConnection connection = uncached(archive);
        if (connection instanceof JarURLConnection jar) {
            try (JarFile file = jar.getJarFile()) {
                return String.format(
                        "%08x", file.getJarEntry(jar.getEntryName()).getCrc());
            }
        }
        CRC32 sum = new CRC32();
        try (InputStream stream = new CheckedInputStream(connection.getInputStream(), sum)) {
            stream.transferTo(OutputStream.nullOutputStream());
            return String.format("%08x", sum.getValue());
        }
    }

    /** A cached connection would keep the jar open for as long as the JVM lives. */
    private static URLConnection uncached(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false);
        return connection;
    }
}
