package io.github.aivenjunit.timeline.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/** Numbers as people read them. */
final class Spoken {

    private Spoken() {}

    static String time(Duration time) {
        long millis = time.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return decimal(millis / 1000.0, 1) + " s";
        }
        if (time.toHours() < 1) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        return time.toHours() + " h " + time.toMinutesPart() + " min";
    }

    static String hours(BigDecimal hours) {
        int minutes = hours.multiply(BigDecimal.valueOf(60))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** A part of a whole that is not zero. */
    static String share(BigDecimal part, BigDecimal whole) {
        BigDecimal percent = part.multiply(BigDecimal.valueOf(100)).divide(whole, 1, RoundingMode.HALF_UP);
        return percent.stripTrailingZeros().toPlainString() + " %";
    }

    /** Without a Formatter, whose classes alone would take longer to load than a page takes to write. */
    static String decimal(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }

    static String price(Optional<BigDecimal> dollars) {
        return dollars.map(price -> price.setScale(2, RoundingMode.HALF_UP).toPlainString() + " USD")
                .orElse("unknown");
    }

    static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
