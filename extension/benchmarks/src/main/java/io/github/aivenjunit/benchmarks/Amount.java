package io.github.aivenjunit.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A line of the report about something that is counted.
 *
 * @param what is counted
 * @param limit what it should not exceed, where the design says so
 * @param ratios this in units of other amounts of the same run, by what those are
 */
record Amount(String what, String unit, double value, OptionalDouble limit, Map<String, Double> ratios) {

    static Amount of(String what, String unit, double value) {
        return new Amount(what, unit, value, OptionalDouble.empty(), Map.of());
    }

    Amount atMost(double wanted) {
        return new Amount(what, unit, value, OptionalDouble.of(wanted), ratios);
    }

    /** Without a ratio where the other is nothing. */
    Amount against(String baseline, double other) {
        if (other == 0) {
            return this;
        }
        Map<String, Double> all = new LinkedHashMap<>(ratios);
        all.put(baseline, value / other);
        return new Amount(what, unit, value, limit, all);
    }

    boolean isMet() {
        return limit.isEmpty() || value <= limit.getAsDouble();
    }
}
