package io.github.aivenjunit.client.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a ClickHouse statement answered. {@link #toString()} shows no values.
 *
 * @param meta the columns
 * @param data the rows; a cell is a string, a number, a boolean, null, or a list or map of them
 * @param summary counters, for example {@code read_rows} and {@code elapsed_ns}
 */
public record ClickHouseResult(List<Column> meta, List<List<@Nullable Object>> data, Map<String, Long> summary) {

    public ClickHouseResult {
        meta = Missing.list(meta);
        data = Missing.list(data).stream()
                .map(row -> Collections.unmodifiableList(new ArrayList<>(row)))
                .toList();
        summary = Missing.map(summary);
    }

    @Override
    public String toString() {
        return "ClickHouseResult[columns=" + meta.size() + ", rows=" + data.size() + "]";
    }

    /**
     * A column of the answer.
     *
     * @param type as ClickHouse calls it, for example {@code UInt64}
     */
    public record Column(String name, String type) {

        public Column {
            name = Missing.text(name);
            type = Missing.text(type);
        }
    }
}
