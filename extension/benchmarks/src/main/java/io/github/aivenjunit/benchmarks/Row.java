package io.github.aivenjunit.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A line of the report.
 *
 * @param what was measured
 * @param target what it should be, where the design says so
 * @param ratios this median in units of other medians of the same run, by what those are
 */
record Row(String what, Figure figure, Optional<Target> target, Map<String, Double> ratios) {

    static Row of(String what, Figure figure) {
        return new Row(what, figure, Optional.empty(), Map.of());
    }

    Row target(Target wanted) {
        return new Row(what, figure, Optional.of(wanted), ratios);
    }

    Row against(String baseline, Figure other) {
        Map<String, Double> all = new LinkedHashMap<>(ratios);
        all.put(baseline, figure.ratioTo(other));
        return new Row(what, figure, target, all);
    }
}
