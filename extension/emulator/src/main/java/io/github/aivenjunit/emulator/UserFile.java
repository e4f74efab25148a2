package io.github.aivenjunit.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The file of settings in which the extension looks for an address and a token. */
final class UserFile {

    private static final String NAME = "aiven.properties";

    private final URI url;
    private final String token;

    UserFile(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    /** Replaces a file of that name. Only its owner may read it, from the first byte on. */
    Path write(Path directory) {
        Path file = directory.resolve(NAME);
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(file);
            Files.createFile(file, ownerOnly());
            Files.writeString(file, "url=" + url + "\ntoken=" + token + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The settings file " + file + " cannot be written. Choose another directory.", e);
        }
        return file;
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
