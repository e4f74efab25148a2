package io.github.aivenjunit.emulator.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What services have cost so far.
 *
 * <p>Aiven bills whole hours, at least one for every time that a service is powered on; powering off ends the charges at
 * once. An hour is charged at the price in force at its beginning. Only plans are charged; whether Aiven counts from the
 * request or from RUNNING is not known, here it is the request.
 *
 * @param lines in the order in which they began
 */
public record Invoice(List<Line> lines) {

    public Invoice {
        lines = List.copyOf(lines);
    }

    /** The sum in US dollars. */
    public BigDecimal total() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * A service on one plan in one cloud, from power-on or a change to power-off, deletion or the next change.
     *
     * @param end empty while it goes on
     * @param hours the hours that have begun
     * @param hourlyPrice in US dollars
     */
    public record Line(
            String project,
            String service,
            String serviceType,
            String plan,
            String cloud,
            Instant begin,
            Optional<Instant> end,
            long hours,
            BigDecimal hourlyPrice) {

        /** In US dollars. */
        public BigDecimal amount() {
            return hourlyPrice.multiply(BigDecimal.valueOf(hours));
        }
    }
}
