package io.github.aivenjunit.client;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the headers of an answer, and the text of a 429, say about the API's limits. All of it is optional, and what
 * cannot be read says nothing.
 *
 * @param headers a header by name
 */
record RateSigns(Function<String, Optional<String>> headers, Clock clock) {

    /** Above it {@code X-RateLimit-Reset} is a date in seconds since 1970, below it a number of seconds from now. */
    private static final long EARLIEST_DATE = 1_000_000_000L;

    /** Aiven API: "Rate limit 120 exceeded - try again in 28s". */
    private static final Pattern LIMIT_TEXT = Pattern.compile("Rate limit (\\d{1,6}) exceeded");

    private static final Pattern WAIT_TEXT = Pattern.compile("try again in (\\d{1,4}) ?s");
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,6})\\b.*");

    /** The longer of the two waits that headers can demand. */
    Optional<Duration> demandedWait() {
        return Stream.of(headers.apply("Retry-After").flatMap(this::retryAfter), untilReset())
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
    }

    /** When the window of the limit ends. */
    Optional<Duration> untilReset() {
        return headers.apply("X-RateLimit-Reset").flatMap(this::reset);
    }

    Optional<Integer> limit() {
        return number("X-RateLimit-Limit");
    }

    /** Whether the answer was the last of its window. */
    boolean exhausted() {
        return number("X-RateLimit-Remaining").filter(left -> left == 0).isPresent();
    }

    static Optional<Integer> limitIn(String text) {
        return found(LIMIT_TEXT, text);
    }

    static Optional<Duration> waitIn(String text) {
        return found(WAIT_TEXT, text).map(Duration::ofSeconds);
    }

    private static Optional<Integer> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    private Optional<Integer> number(String header) {
        return headers.apply(header)
                .map(NUMBER::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Integer.valueOf(matcher.group(1)));
    }

    private Optional<Duration> retryAfter(String value) {
        try {
            return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(value.strip()))));
        } catch (NumberFormatException noSeconds) {
            try {
                Instant date = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                return Optional.of(until(date));
            } catch (DateTimeException noDate) {
                return Optional.empty();
            }
        }
    }

    private Optional<Duration> reset(String value) {
        try {
            long seconds = (long) Double.parseDouble(value.strip());
            return Optional.of(
                    seconds >= EARLIEST_DATE
                            ? until(Instant.ofEpochSecond(seconds))
                            : Duration.ofSeconds(Math.max(0, seconds)));
        } catch (NumberFormatException | DateTimeException noNumber) {
            return Optional.empty();
        }
    }

    private Duration until(Instant date) {
        Duration wait = Duration.between(clock.instant(), date);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
