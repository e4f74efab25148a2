package io.github.aivenjunit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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
        ForkedJvm everything = ForkedJvm.likeThisOne(log);
        Machine machine = Machine.now();
        Map<String, Results> measured = new LinkedHashMap<>();
        try (Scratch scratch = Scratch.create()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(scratch)));
            for (Suite suite : List.of(
                    new EmulatorSuite(),
                    new ScheduleSuite(scratch.directory()),
                    new PollingSuite(),
                    new CostSuite(scratch.directory()),
                    new PostgresSuite(scratch.directory()),
                    new PlatformSuite(scratch.directory()),
                    new OverheadSuite(scratch.directory()))) {
                Console.line("Measuring: " + suite.title());
                measured.put(suite.title(), suite.measure(everything.withEngines(suite.engines())));
            }
        }
        Report report = new Report(machine.atTheEnd(), measured);
        Console.line("");
        report.table().forEach(Console::line);
        Path json = target.resolve("benchmarks.json");
        report.writeJson(json);
        Console.line("");
        Console.line("Written to " + json);
    }

    /** Somebody may stop a run in the middle, where a forked JVM still works in the directory. */
    private static void stop(Scratch scratch) {
        ProcessHandle.current().children().forEach(forked -> {
            forked.destroy();
            forked.onExit().completeOnTimeout(forked, 10, TimeUnit.SECONDS).join();
        });
        scratch.close();
    }
}
