package io.github.aivenjunit.emulator.engine;

import java.time.Duration;
import java.util.List;

/**
 * What a ClickHouse server answered to a statement.
 *
 * @param columns of the result; none for a statement without one
 * @param rows the result as a JSON array of arrays, as the server's format {@code JSONCompact} writes it
 * @param resultRows the number of these rows
 * @param readRows what the server read for it
 * @param writtenRows what the statement wrote
 */
public record ClickHouseAnswer(
        List<Column> columns, String rows, long resultRows, long readRows, long writtenRows, Duration elapsed) {

    public ClickHouseAnswer {
        columns = List.copyOf(columns);
    }

    /**
     * A column of the result.
     *
     * @param type as ClickHouse writes it, for example {@code Nullable(String)}
     */
    public record Column(String name, String type) {}
}
