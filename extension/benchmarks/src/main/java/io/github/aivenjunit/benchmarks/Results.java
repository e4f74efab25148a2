package io.github.aivenjunit.benchmarks;

import java.util.List;

/**
 * What a suite has measured.
 *
 * @param rows about time
 * @param sizes about room
 * @param amounts about what is counted
 */
record Results(List<Row> rows, List<Size> sizes, List<Amount> amounts) {

    Results(List<Row> rows, List<Size> sizes) {
        this(rows, sizes, List.of());
    }

    static Results of(List<Row> rows) {
        return new Results(rows, List.of());
    }
}
