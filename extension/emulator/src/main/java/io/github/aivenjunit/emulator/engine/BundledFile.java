package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * A file on the class path that an engine unpacks, usually inside a jar. Immutable, thread-safe.
 *
 * @param location where it is
 */
public record BundledFile(URL location) {

    /** The content. The caller closes it. */
    public InputStream open() throws IOException {
        return uncached().getInputStream();
    }

    /**
     * Tells this content from another one of the same name. Read from the jar's directory where there is one: reading
     * 15 MB at each start of a JVM would cost 50 ms.
     */
    public String checksum() throws IOException {
        URLConnection connection = uncached();
        if (connection instanceof JarURLConnection jar) {
            try (JarFile file = jar.getJarFile()) {
                return String.format(
                        "%08x", file.getJarEntry(jar.getEntryName()).getCrc());
            }
        }
        CRC32 sum = new CRC32();
        try (InputStream stream = new CheckedInputStream(connection.getInputStream(), sum)) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
        return String.format("%08x", sum.getValue());
    }

    /** A cached connection would keep the jar open for as long as the JVM lives. */
    private URLConnection uncached() throws IOException {
        URLConnection connection = location.openConnection();
        connection.setUseCaches(false);
        return connection;
    }
}
