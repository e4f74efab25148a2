package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.deletion.DeletionFailedException;
import io.github.aivenjunit.deletion.DeletionResult;
import io.github.aivenjunit.deletion.DeletionResult.Outcome;
import io.github.aivenjunit.ledger.internal.JsonText;
import io.github.aivenjunit.project.Mode;
import io.github.aivenjunit.provision.ProjectReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The balance of a session on Aiven: what was created, deleted and verified, kept, left. What the embedded emulator had is
 * no part of it, because that ends with its JVM.
 *
 * @param run the test run
 * @param projects every project on Aiven
 */
record LeakLedger(String run, List<ProjectReport> projects) {

    private static final Logger logger = LoggerFactory.getLogger(LeakLedger.class);

    static LeakLedger of(String run, List<ProjectReport> all) {
        return new LeakLedger(
                run, all.stream().filter(report -> report.mode() == Mode.CLOUD).toList());
    }

    boolean isEmpty() {
        return projects.isEmpty();
    }

    /** What could not be deleted, as one failure; empty when nothing is left. */
    Optional<DeletionFailedException> leak() {
        return projects.stream()
                .flatMap(report -> report.deletion().stream())
                .filter(deletion -> deletion.outcome() instanceof Outcome.Left)
                .map(deletion -> new DeletionFailedException(deletion.project(), (Outcome.Left) deletion.outcome()))
                .reduce((first, further) -> {
                    first.addSuppressed(further);
                    return first;
                });
    }

    /** Writes it to a file of its own in that directory. A directory that cannot be written is reported and no failure. */
    void writeTo(Path directory, String name) {
        Path file = directory.resolve("aiven-junit").resolve(name + ".json");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, json() + "\n");
        } catch (IOException e) {
            logger.warn(
                    "The ledger {} cannot be written: {}. Set aiven.reports to another directory.", file, e.toString());
        }
    }

    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run", run);
        json.put("created", projects.size());
        for (String fate : List.of("deleted", "tombstone", "kept", "left", "handedOver")) {
            json.put(
                    fate,
                    projects.stream()
                            .filter(report -> fate(report).equals(fate))
                            .count());
        }
        json.put("projects", projects.stream().map(LeakLedger::json).toList());
        return JsonText.of(json);
    }

    private static Map<String, Object> json(ProjectReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("project", report.project());
        json.put("fate", fate(report));
        json.put(
                "services",
                report.services().stream()
                        .map(service -> Map.of(
                                "name", service.name(),
                                "type", service.type(),
                                "plan", service.plan(),
                                "readyMillis", service.readyAfter().toMillis()))
                        .toList());
        json.put(
                "left",
                report.deletion().map(DeletionResult::outcome).stream()
                        .filter(Outcome.Left.class::isInstance)
                        .flatMap(left -> ((Outcome.Left) left).leftovers().stream())
                        .map(leftover -> Map.of(
                                "service", leftover.service(),
                                "reason", leftover.reason(),
                                "hourlyPrice", leftover.hourlyPrice()))
                        .toList());
        return json;
    }

    private static String fate(ProjectReport report) {
        if (report.kept()) {
            return "kept";
        }
        return report.deletion()
                .map(DeletionResult::outcome)
                .map(outcome -> {
                    if (outcome instanceof Outcome.Gone) {
                        return "deleted";
                    }
                    if (outcome instanceof Outcome.HandedOver) {
                        return "handedOver";
                    }
                    return outcome instanceof Outcome.Tombstone ? "tombstone" : "left";
                })
                .orElse("left");
    }
}
