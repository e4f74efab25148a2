package io.github.aivenjunit.engine.kafka.internal;

import io.github.aivenjunit.emulator.engine.NativeHost;
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
import java.util.stream.Collectors;

/** The jars inside this artifact, which make up a broker's class path, and the list of them with their checksums. */
final class BrokerJars {

    private static final String RESOURCES = "/META-INF/aiven-junit/kafka/";

    private final List<Entry> entries;
    private final String fingerprint;

    private BrokerJars(List<Entry> entries, String fingerprint) {
        this.entries = entries;
        this.fingerprint = fingerprint;
    }

    static BrokerJars list() {
        try (InputStream index = open("index")) {
            byte[] bytes = index.readAllBytes();
            List<Entry> entries = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(Entry::parse)
                    .toList();
            return new BrokerJars(entries, fingerprint(bytes));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Changes with any byte of any jar. */
    String fingerprint() {
        return fingerprint;
    }

    /** The version of the broker. */
    Optional<String> version() {
        return entries.stream()
                .map(Entry::name)
                .filter(name -> name.startsWith("kafka-server-4") || name.startsWith("kafka-clients-"))
                .map(name -> name.substring(name.lastIndexOf('-') + 1, name.length() - ".jar".length()))
                .findFirst();
    }

    /** The class path that the jars make up, unpacked if this machine does not have them yet. */
    String classPath(NativeHost host) throws IOException, InterruptedException {
        Path directory = host.cached("kafka-" + fingerprint, this::unpack);
        return entries.stream()
                .map(entry -> directory.resolve(entry.name()).toString())
                .collect(Collectors.joining(":"));
    }

    static String fingerprint(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes), 0, 10);
    }

    private void unpack(Path directory) throws IOException {
        for (Entry entry : entries) {
            MessageDigest digest = sha256();
            try (InputStream jar = new DigestInputStream(open("lib/" + entry.name()), digest);
                    OutputStream file = Files.newOutputStream(directory.resolve(entry.name()))) {
                jar.transferTo(file);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
                throw new IOException("The jar " + entry.name()
                        + " inside aiven-junit-engine-kafka is damaged. Remove that artifact from the local"
                        + " repository and download it again.");
            }
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream resource = BrokerJars.class.getResourceAsStream(RESOURCES + name);
        if (resource == null) {
            throw new IOException("aiven-junit-engine-kafka does not contain " + RESOURCES + name
                    + ". Use the artifact as it was published.");
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
