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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of one run, as a table for people and as JSON for programs.
 *
 * @param suites what they have measured, by title
 */
record Report(Machine machine, Map<String, Results> suites) {

    private static final String LINE = "%-64s %9s %9s %9s %5s %9s  %-10s %-4s %s";

    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(machine.system() + ", Java " + machine.java() + ", " + machine.processors()
                + " processors, temporary directory on " + machine.temporaryDirectory()
                + String.format(
                        Locale.ROOT, ", load %.1f before, %.1f after", machine.loadBefore(), machine.loadAfter()));
        suites.forEach((title, results) -> {
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
            results.rows().forEach(row -> lines.add(line(row)));
            if (!results.sizes().isEmpty()) {
                lines.add(line(title + ", size", "median MB", "min", "max", "runs"));
                results.sizes().forEach(size -> lines.add(line(size)));
            }
            if (!results.amounts().isEmpty()) {
                lines.add(line(title + ", counted", "", "", "", ""));
                results.amounts().forEach(amount -> lines.add(line(amount)));
            }
        });
        return lines;
    }

    /** Writes times in milliseconds, and sizes in what their {@code unit} says. */
    void writeJson(Path file) throws IOException {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("machine", machine);
        suites.forEach((title, results) -> root.put(
                title,
                Stream.of(
                                results.rows().stream().map(Report::json),
                                results.sizes().stream().map(Report::json),
                                results.amounts().stream().map(Report::json))
                        .flatMap(Function.identity())
                        .toList()));
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
                        text(row.ratios()))
                .stripTrailing();
    }

    private static String line(Amount amount) {
        return String.format(
                        Locale.ROOT,
                        LINE,
                        amount.what() + ", " + amount.unit(),
                        precise(amount.value()),
                        "",
                        "",
                        "",
                        "",
                        amount.limit().isPresent()
                                ? "<= " + precise(amount.limit().getAsDouble())
                                : "",
                        amount.limit().isEmpty() ? "" : amount.isMet() ? "yes" : "NO",
                        text(amount.ratios()))
                .stripTrailing();
    }

    private static Map<String, Object> json(Amount amount) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", amount.what());
        json.put("unit", amount.unit());
        json.put("value", amount.value());
        if (amount.limit().isPresent()) {
            json.put("target", "<= " + precise(amount.limit().getAsDouble()));
            json.put("met", amount.isMet());
        }
        json.put("ratios", amount.ratios());
        return json;
    }

    private static String text(Map<String, Double> ratios) {
        return ratios.entrySet().stream()
                .map(ratio -> String.format(Locale.ROOT, "%.2f (%s)", ratio.getValue(), ratio.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String precise(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static String line(Size size) {
        return line(
                size.what(),
                text(megabytes(size.median())),
                text(megabytes(size.min())),
                text(megabytes(size.max())),
                String.valueOf(size.bytes().size()));
    }

    private static String line(String what, String median, String min, String max, String runs) {
        return String.format(Locale.ROOT, LINE, what, median, min, max, runs, "", "", "", "")
                .stripTrailing();
    }

    private static Map<String, Object> json(Size size) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", size.what());
        json.put("unit", "MB");
        json.put("median", megabytes(size.median()));
        json.put("min", megabytes(size.min()));
        json.put("max", megabytes(size.max()));
        json.put("samples", size.bytes().stream().map(Report::megabytes).toList());
        return json;
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
        return text(millis(duration));
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 1e4) / 100.0;
    }

    private static double megabytes(long bytes) {
        return Math.round(bytes / 1e4) / 100.0;
    }
}
