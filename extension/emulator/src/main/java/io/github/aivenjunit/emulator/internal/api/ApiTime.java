package io.github.aivenjunit.emulator.internal.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Times as the API writes them.
 *
 * <p>Aiven API: with or without a fraction, and with {@code Z} or {@code +00:00}. Both are used here, so that no reader
 * can rely on one.
 */
final class ApiTime {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private ApiTime() {}

    /** {@code 2026-11-21T10:01:05Z} */
    static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code 2026-11-21T10:01:05.000040+00:00} */
    static String microseconds(Instant time) {
        return MICROSECONDS.format(time);
    }
}
