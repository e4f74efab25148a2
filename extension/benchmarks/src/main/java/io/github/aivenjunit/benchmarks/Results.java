package io.github.aivenjunit.benchmarks;

import java.util.List;

/**
 * What a suite has measured.
 *
 * @param rows about time
 * @param sizes about room
 */
record Results(List<Row> rows, List<Size> sizes) {

    static Results of(List<Row> rows) {
        return new Results(rows, List.of());
    }
}
