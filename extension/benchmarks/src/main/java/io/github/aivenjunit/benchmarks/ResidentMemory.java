package io.github.aivenjunit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What processes hold in memory. Pages that several of them share count once for each. */
final class ResidentMemory {

    private static final Path PROCESSES = Path.of("/proc");
    private static final String FIELD = "VmRSS:";
    private static final long KILO = 1024;

    private ResidentMemory() {}

    /** The sum over everything that this JVM has started, in bytes; empty on systems that are not Linux. */
    static Optional<Long> ofDescendants() throws IOException {
        if (!Files.isReadable(PROCESSES.resolve("self/status"))) {
            return Optional.empty();
        }
        List<ProcessHandle> descendants = ProcessHandle.current().descendants().toList();
        long sum = 0;
        for (ProcessHandle process : descendants) {
            sum += of(process);
        }
        return Optional.of(sum);
    }

    private static long of(ProcessHandle process) throws IOException {
        try (Stream<String> status =
                Files.lines(PROCESSES.resolve(Long.toString(process.pid())).resolve("status"))) {
            return status.filter(line -> line.startsWith(FIELD))
                    .mapToLong(line -> KILO * Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException failure) {
            if (process.isAlive()) {
                throw failure;
            }
            return 0;
        }
    }
}
