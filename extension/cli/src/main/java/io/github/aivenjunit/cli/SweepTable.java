package io.github.aivenjunit.cli;

import io.github.aivenjunit.sweep.SweepItem;
import io.github.aivenjunit.sweep.SweepReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A report for people: one row for each project or service. */
final class SweepTable {

    private static final List<String> HEAD =
            List.of("project", "service", "run", "owner", "expires", "USD/h", "outcome", "because");

    private SweepTable() {}

    static String of(SweepReport report) {
        if (report.items().isEmpty()) {
            return "Nothing of ours was found at " + report.endpoint() + ".";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        report.items().forEach(item -> rows.add(row(item)));
        List<Integer> widths = IntStream.range(0, HEAD.size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining(System.lineSeparator()));
    }

    private static List<String> row(SweepItem item) {
        return List.of(
                item.project(),
                item.service().orElse("-"),
                item.run().orElse("-"),
                item.owner().orElse("-"),
                item.expires().map(Instant::toString).orElse("-"),
                item.hourlyPriceUsd().map(BigDecimal::toPlainString).orElse("?"),
                item.outcome().name().toLowerCase(Locale.ROOT),
                item.reason());
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
