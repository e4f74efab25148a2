package io.github.aivenjunit.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations the way people write them. */
public final class Durations {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,12}) ?(ms|s|m|h|d)");

    /** Longer is a slip of the pen, and would overflow where it is counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private Durations() {}

    /**
     * Reads a duration: ISO-8601 such as {@code PT20M}, or a number with the unit {@code ms}, {@code s}, {@code m},
     * {@code h} or {@code d}. Empty when the text is neither, or longer than a year.
     */
    public static Optional<Duration> parse(String text) {
        return read(text).filter(duration -> duration.compareTo(LONGEST) <= 0);
    }

    private static Optional<Duration> read(String text) {
        Matcher matcher = SHORT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            long amount = Long.parseLong(matcher.group(1));
            return Optional.of(
                    switch (matcher.group(2)) {
                        case "ms" -> Duration.ofMillis(amount);
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    });
        }
        try {
            return Optional.of(Duration.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
