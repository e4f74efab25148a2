package io.github.aivenjunit.journal.internal;

import io.github.aivenjunit.lease.internal.LeaseEnding;
import io.github.aivenjunit.lease.internal.LeaseNotice;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * An entry as text: a checksum, then words that hold neither blank nor line break. A line that a crash has torn does not
 * match its checksum.
 */
public final class JournalLine {

    private JournalLine() {}

    /** The line, without its end. */
    public static String write(JournalEntry entry) {
        String words = words(entry).stream().map(JournalLine::encode).collect(Collectors.joining(" "));
        return checksum(words) + " " + words;
    }

    /** The entry; empty when the line is torn, or comes from somebody else. */
    public static Optional<JournalEntry> read(String line) {
        int blank = line.indexOf(' ');
        if (blank < 0 || !checksum(line.substring(blank + 1)).equals(line.substring(0, blank))) {
            return Optional.empty();
        }
        List<String> words = Arrays.stream(line.substring(blank + 1).split(" ", -1))
                .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
                .toList();
        try {
            return entry(words);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static List<String> words(JournalEntry entry) {
        List<String> words = new ArrayList<>();
        if (entry instanceof JournalEntry.Opened opened) {
            words.addAll(List.of("opened", opened.endpoint().toString(), opened.run(), opened.owner()));
            words.addAll(
                    List.of(String.valueOf(opened.process()), opened.opened().toString()));
        } else if (entry instanceof JournalEntry.Acquired acquired) {
            LeaseNotice lease = acquired.lease();
            words.addAll(List.of(lease.wholeProject() ? "project" : "services", String.valueOf(lease.id())));
            words.addAll(List.of(lease.project(), lease.expires().toString()));
        } else if (entry instanceof JournalEntry.Covered covered) {
            words.addAll(List.of("service", String.valueOf(covered.lease()), covered.service()));
        } else if (entry instanceof JournalEntry.Renewed renewed) {
            words.addAll(List.of(
                    "renewed",
                    String.valueOf(renewed.lease()),
                    renewed.expires().toString()));
        } else if (entry instanceof JournalEntry.Released released) {
            words.addAll(List.of(
                    "released",
                    String.valueOf(released.lease()),
                    released.ending().name()));
        }
        return words;
    }

    private static Optional<JournalEntry> entry(List<String> words) {
        return switch (words.get(0)) {
            case "opened" ->
                Optional.of(new JournalEntry.Opened(
                        URI.create(words.get(1)),
                        words.get(2),
                        words.get(3),
                        Long.parseLong(words.get(4)),
                        Instant.parse(words.get(5))));
            case "project", "services" ->
                Optional.of(new JournalEntry.Acquired(new LeaseNotice(
                        Long.parseLong(words.get(1)),
                        words.get(2),
                        words.get(0).equals("project"),
                        Instant.parse(words.get(3)))));
            case "service" -> Optional.of(new JournalEntry.Covered(Long.parseLong(words.get(1)), words.get(2)));
            case "renewed" ->
                Optional.of(new JournalEntry.Renewed(Long.parseLong(words.get(1)), Instant.parse(words.get(2))));
            case "released" ->
                Optional.of(new JournalEntry.Released(Long.parseLong(words.get(1)), LeaseEnding.valueOf(words.get(2))));
            default -> Optional.empty();
        };
    }

    private static String encode(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private static String checksum(String words) {
        CRC32 crc = new CRC32();
        crc.update(words.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
