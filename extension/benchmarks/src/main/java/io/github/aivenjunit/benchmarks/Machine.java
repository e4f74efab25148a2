package io.github.aivenjunit.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the figures were measured.
 *
 * @param system name, release and architecture of the operating system
 * @param java the version of this JVM and of those it forks
 * @param processors what the JVM may use
 * @param temporaryDirectory the kind of file system of the temporary directory
 * @param loadBefore runnable processes before the run, averaged over a minute; negative where that is unknown
 * @param loadAfter the same after the run, these benchmarks included
 */
record Machine(
        String system, String java, int processors, String temporaryDirectory, double loadBefore, double loadAfter) {

    static Machine now() throws IOException {
        double load = load();
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.version().toString(),
                Runtime.getRuntime().availableProcessors(),
                Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir")))
                        .type(),
                load,
                load);
    }

    Machine atTheEnd() {
        return new Machine(system, java, processors, temporaryDirectory, loadBefore, load());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
