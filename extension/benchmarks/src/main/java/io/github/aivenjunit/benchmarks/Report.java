package io.github.aivenjunit.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The figures of one run, as a table for people and as JSON for programs.
 *
 * @param suites the rows by the title of their suite
 */
record Report(Machine machine, Map<String, List<Row>> suites) {

    private static final String LINE = "%-64s %9s %9s %9s %5s %9s  %-10s %-4s %s";

    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(machine.system() + ", Java " + machine.java() + ", " + machine.processors()
                + " processors, temporary directory on " + machine.temporaryDirectory()
                + String.format(
                        Locale.ROOT, ", load %.1f before, %.1f after", machine.loadBefore(), machine.loadAfter()));
        suites.forEach((title, rows) -> {
            lines.add("");
            lines.add(String.format(
                            Locale.ROOT,
                            LINE,
                            title,
                            "median ms",
                            "min",
                            "max",
                            "runs",
                            "cpu mean",
                            "target",
                            "met",
                            "median in units of")
                    .stripTrailing());
            rows.forEach(row -> lines.add(line(row)));
        });
        return lines;
    }

    /** Writes times in milliseconds. */
    void writeJson(Path file) throws IOException {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("machine", machine);
        suites.forEach(
                (title, rows) -> root.put(title, rows.stream().map(Report::json).toList()));
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private static String line(Row row) {
        Figure figure = row.figure();
        return String.format(
                        Locale.ROOT,
                        LINE,
                        row.what(),
                        text(figure.median()),
                        text(figure.min()),
                        text(figure.max()),
                        figure.runs(),
                        figure.cpu().map(Report::text).orElse(""),
                        row.target().map(Target::text).orElse(""),
                        row.target()
                                .map(target -> target.isMet(figure) ? "yes" : "NO")
                                .orElse(""),
                        row.ratios().entrySet().stream()
                                .map(ratio -> String.format(Locale.ROOT, "%.2f (%s)", ratio.getValue(), ratio.getKey()))
                                .collect(Collectors.joining(", ")))
                .stripTrailing();
    }

    private static Map<String, Object> json(Row row) {
        Figure figure = row.figure();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", row.what());
        json.put("median", millis(figure.median()));
        json.put("min", millis(figure.min()));
        json.put("max", millis(figure.max()));
        json.put(
                "samples",
                figure.samples().stream().map(Taken::time).map(Report::millis).toList());
        figure.cpu().ifPresent(cpu -> json.put("meanCpu", millis(cpu)));
        row.target().ifPresent(target -> {
            json.put("target", target.text());
            json.put("met", target.isMet(figure));
        });
        json.put("ratios", row.ratios());
        return json;
    }

    private static String text(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", millis(duration));
    }

    private static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 1e4) / 100.0;
    }
}
