package io.github.aivenjunit.readiness.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long services of this user took to build: a line for each in a small file, which JVMs side by side append to.
 * Lines that cannot be read are passed over. It only makes waiting cheaper, so its failures are logged and nothing else.
 * Thread-safe.
 */
public final class BuildTimes {

    private static final Logger logger = LoggerFactory.getLogger(BuildTimes.class);

    private static final String LAYOUT = "1";
    private static final int WORDS = 7;
    private static final int REMEMBERED = 20;
    private static final long LONGEST_FILE = 128 * 1024;
    private static final Duration LONGEST_BUILD = Duration.ofDays(1);

    private final Path file;
    private Optional<Map<BuildKey, List<Build>>> known = Optional.empty();

    /**
     * A build that succeeded.
     *
     * @param running from the create to the state {@code RUNNING}
     * @param usable from the create to the first client
     */
    public record Build(Duration running, Duration usable) {}

    public BuildTimes(Path file) {
        this.file = file;
    }

    /** The latest builds, oldest first. */
    public synchronized List<Build> of(BuildKey key) {
        return List.copyOf(known().getOrDefault(key, List.of()));
    }

    public synchronized void add(BuildKey key, Build build) {
        remember(known(), key, build);
        try {
            append(line(key, build));
            if (Files.size(file) > LONGEST_FILE) {
                shorten();
            }
        } catch (IOException e) {
            logger.debug("The build time of {} cannot be kept in {}", key, file, e);
        }
    }

    private Map<BuildKey, List<Build>> known() {
        if (known.isEmpty()) {
            known = Optional.of(read());
        }
        return known.get();
    }

    private Map<BuildKey, List<Build>> read() {
        Map<BuildKey, List<Build>> read = new LinkedHashMap<>();
        if (Files.exists(file)) {
            try (Stream<String> lines =
                    Files.readString(file, StandardCharsets.ISO_8859_1).lines()) {
                lines.forEach(line -> parse(line, read));
            } catch (IOException e) {
                logger.debug("The build times in {} cannot be read", file, e);
            }
        }
        return read;
    }

    private static void parse(String line, Map<BuildKey, List<Build>> into) {
        String[] words = line.split(" ", -1);
        if (words.length != WORDS || !words[0].equals(LAYOUT)) {
            return;
        }
        Optional<Duration> running = millis(words[5]);
        Optional<Duration> usable = millis(words[6]);
        if (running.isPresent() && usable.isPresent()) {
            remember(
                    into, new BuildKey(words[1], words[2], words[3], words[4]), new Build(running.get(), usable.get()));
        }
    }

    private static Optional<Duration> millis(String text) {
        try {
            Duration duration = Duration.ofMillis(Long.parseLong(text));
            return duration.isNegative() || duration.compareTo(LONGEST_BUILD) > 0
                    ? Optional.empty()
                    : Optional.of(duration);
        } catch (NumberFormatException torn) {
            return Optional.empty();
        }
    }

    private static void remember(Map<BuildKey, List<Build>> known, BuildKey key, Build build) {
        List<Build> builds = known.computeIfAbsent(key, added -> new ArrayList<>());
        builds.add(build);
        if (builds.size() > REMEMBERED) {
            builds.remove(0);
        }
    }

    private static String line(BuildKey key, Build build) {
        return LAYOUT + " " + String.join(" ", key.words()) + " "
                + build.running().toMillis() + " " + build.usable().toMillis() + "\n";
    }

    /** One write of a short line: what JVMs append at the same time does not mix. It ends a torn line first. */
    private void append(String line) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory, ownerOnly("rwx------"));
        }
        boolean isTorn = endsInTheMiddle();
        try (FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), ownerOnly("rw-------"))) {
            ByteBuffer bytes = ByteBuffer.wrap((isTorn ? "\n" + line : line).getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private boolean endsInTheMiddle() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    /** Keeps the latest of each key. What another JVM appends in between is lost, and nobody misses it. */
    private void shorten() throws IOException {
        String text = read().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(build -> line(entry.getKey(), build)))
                .collect(Collectors.joining());
        String latest = text.length() > LONGEST_FILE / 2
                ? text.substring(text.indexOf('\n', text.length() - (int) LONGEST_FILE / 2) + 1)
                : text;
        Path shorter =
                Files.createTempFile(file.toAbsolutePath().getParent(), "build-times", ".tmp", ownerOnly("rw-------"));
        try {
            Files.writeString(shorter, latest, StandardCharsets.US_ASCII);
            Files.move(shorter, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(shorter);
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
