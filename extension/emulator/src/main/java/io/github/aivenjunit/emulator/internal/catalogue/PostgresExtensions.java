package io.github.aivenjunit.emulator.internal.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The extensions on Aiven's list for PostgreSQL, by the names that {@code CREATE EXTENSION} takes. Their versions change
 * too often to be told here.
 */
public final class PostgresExtensions {

    private static final String FILE = "postgres-extensions.txt";

    private PostgresExtensions() {}

    /**
     * Those of one version of PostgreSQL.
     *
     * @param major for example 17
     */
    public static List<String> of(int major) {
        try (InputStream file = PostgresExtensions.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(
                        "The emulator's jar lacks " + FILE + ". Rebuild it, or check what repackaged it.");
            }
            List<String> names = new ArrayList<>();
            for (String line : new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .toList()) {
                // A number behind the name is the first version of PostgreSQL that has it.
                String[] words = line.split(" ", 2);
                if (words.length == 1 || Integer.parseInt(words[1]) <= major) {
                    names.add(words[0]);
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
