package io.github.aivenjunit.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** The last arguments of a JVM that Surefire has started beside others, by which it knows the classes of all. */
final class ForkWords {

    /** Before them, for whoever has arguments of its own. */
    static final String BEHIND = "--";

    private static final String FILE = "surefire-classes";

    private ForkWords() {}

    /** Writes the file that they name into that directory. */
    static List<String> of(Path directory, List<String> classes) throws IOException {
        Properties told = new Properties();
        told.setProperty("providerConfiguration", "benchmarks");
        told.setProperty("preferTestsFromInStream", "true");
        told.setProperty("testClassesDirectory", directory.toString());
        for (int i = 0; i < classes.size(); i++) {
            told.setProperty("tc." + i, classes.get(i));
        }
        try (Writer writer = Files.newBufferedWriter(directory.resolve(FILE))) {
            told.store(writer, "classes");
        }
        return List.of(BEHIND, directory.toString(), "dump", FILE, "system");
    }
}
