package io.github.aivenjunit.emulator.engine;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The class path of a server that is written in Java, as jars inside an engine's own artifact: none of their classes
 * comes onto the tests' class path. Below {@code META-INF/aiven-junit/KIND/} lie the jars in {@code lib} and a file
 * {@code index} with a SHA-256 checksum, a space and a name on each line. Immutable, thread-safe.
 */
public final class NestedJars {

    private final Class<?> anchor;
    private final String kind;
    private final String artifact;
    private final List<Entry> entries;
    private final String fingerprint;

    private NestedJars(Class<?> anchor, String kind, String artifact, List<Entry> entries, String fingerprint) {
        this.anchor = anchor;
        this.kind = kind;
        this.artifact = artifact;
        this.entries = entries;
        this.fingerprint = fingerprint;
    }

    /**
     * Reads the index.
     *
     * @param anchor a class of the artifact
     * @param kind the directory's name, which also begins the name of the cached copy
     * @param artifact the artifact's name, for messages
     * @throws UncheckedIOException if the artifact has no such index
     */
    public static NestedJars list(Class<?> anchor, String kind, String artifact) {
        try (InputStream index = open(anchor, kind, artifact, "index")) {
            byte[] bytes = index.readAllBytes();
            List<Entry> entries = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(Entry::parse)
                    .toList();
            return new NestedJars(anchor, kind, artifact, entries, fingerprint(bytes));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Changes with any byte of any jar. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The version of one of the libraries, from its file name; empty when it is not among them. */
    public Optional<String> version(String library) {
        Pattern pattern = Pattern.compile(Pattern.quote(library) + "-(\\d.*)\\.jar");
        return entries.stream()
                .map(entry -> pattern.matcher(entry.name()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    /**
     * The class path that the jars make up, unpacked if this machine does not have them yet.
     *
     * @throws IOException if they cannot be unpacked or are damaged
     * @throws InterruptedException if the calling thread was interrupted, perhaps while another JVM unpacked them
     */
    public String classPath(NativeHost host) throws IOException, InterruptedException {
        Path directory = host.cached(kind + "-" + fingerprint, this::unpack);
        return entries.stream()
                .map(entry -> directory.resolve(entry.name()).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A short name for some content. */
    static String fingerprint(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes), 0, 10);
    }

    private void unpack(Path directory) throws IOException {
        for (Entry entry : entries) {
            MessageDigest digest = sha256();
            try (InputStream jar = new DigestInputStream(open(anchor, kind, artifact, "lib/" + entry.name()), digest);
                    OutputStream file = Files.newOutputStream(directory.resolve(entry.name()))) {
                jar.transferTo(file);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
                throw new IOException("The jar " + entry.name() + " inside " + artifact
                        + " is damaged. Remove that artifact from the local repository and download it again.");
            }
        }
    }

    private static InputStream open(Class<?> anchor, String kind, String artifact, String name) throws IOException {
        String path = "/META-INF/aiven-junit/" + kind + "/" + name;
        InputStream resource = anchor.getResourceAsStream(path);
        if (resource == null) {
            throw new IOException(artifact + " does not contain " + path + ". Use the artifact as it was published.");
        }
        return resource;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private record Entry(String sha256, String name) {

        static Entry parse(String line) {
            String[] words = line.split(" ", 2);
            return new Entry(words[0], words[1]);
        }
    }
}
