package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.deletion.DeletionResult;
import io.github.aivenjunit.project.Mode;
import io.github.aivenjunit.provision.ProjectReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The table that ends a run: one row for each project. */
final class RunTable {

    private static final List<String> HEAD = List.of("project", "services", "ready after", "deleted");

    private RunTable() {}

    static String of(List<ProjectReport> reports) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        reports.forEach(report -> rows.add(row(report)));
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < HEAD.size(); column++) {
            int index = column;
            widths.add(
                    rows.stream().mapToInt(row -> row.get(index).length()).max().orElse(0));
        }
        return title(reports) + rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n", "\n", ""));
    }

    private static String title(List<ProjectReport> reports) {
        boolean emulated = reports.stream().allMatch(report -> report.mode() == Mode.EMULATED);
        return reports.size()
                + (reports.size() == 1 ? " project " : " projects ")
                + (emulated ? "on the embedded emulator (EMULATED, nothing was created on Aiven)" : "on Aiven");
    }

    private static List<String> row(ProjectReport report) {
        String services = report.services().stream()
                .map(service -> service.name() + " (" + service.type() + " " + service.plan() + ")")
                .collect(Collectors.joining(", "));
        String ready = report.services().stream()
                .map(service -> String.format(
                        Locale.ROOT, "%.2f s", service.readyAfter().toMillis() / 1000.0))
                .collect(Collectors.joining(", "));
        return List.of(
                report.project(), services.isEmpty() ? "-" : services, ready.isEmpty() ? "-" : ready, deleted(report));
    }

    private static String deleted(ProjectReport report) {
        if (report.kept()) {
            return "KEPT";
        }
        return report.deletion()
                .map(DeletionResult::outcome)
                .map(outcome -> {
                    if (outcome instanceof DeletionResult.Outcome.Gone) {
                        return "yes";
                    }
                    if (outcome instanceof DeletionResult.Outcome.HandedOver) {
                        return "by the last that uses it";
                    }
                    return outcome instanceof DeletionResult.Outcome.Tombstone
                            ? "services yes, project later (open balance)"
                            : "NO";
                })
                .orElse("NO");
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder("  ");
        for (int column = 0; column < row.size(); column++) {
            line.append(String.format(Locale.ROOT, "%-" + widths.get(column) + "s  ", row.get(column)));
        }
        return line.toString().stripTrailing();
    }
}
