package io.github.aivenjunit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs all suites, prints a table and writes it as JSON. Missed targets are shown and fail nothing. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs them.
     *
     * @param arguments the directory for {@code benchmarks.json} and {@code benchmarks.log}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path target = Path.of(arguments[0]).toAbsolutePath();
        Path log = target.resolve("benchmarks.log");
        Files.deleteIfExists(log);
        Machine machine = Machine.now();
        Map<String, List<Row>> measured = new LinkedHashMap<>();
        Path scratch = Files.createTempDirectory("aiven-junit-benchmarks");
        try {
            Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxr-xr-x"));
            for (Suite suite : List.of(new EmulatorSuite(), new PostgresSuite(scratch), new OverheadSuite(scratch))) {
                Console.line("Measuring: " + suite.title());
                measured.put(suite.title(), suite.measure(ForkedJvm.likeThisOne(log)));
            }
        } finally {
            delete(scratch);
        }
        Report report = new Report(machine.atTheEnd(), measured);
        Console.line("");
        report.table().forEach(Console::line);
        Path json = target.resolve("benchmarks.json");
        report.writeJson(json);
        Console.line("");
        Console.line("Written to " + json);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
