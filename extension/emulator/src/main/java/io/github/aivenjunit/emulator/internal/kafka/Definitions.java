package io.github.aivenjunit.emulator.internal.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads the files of this package. */
final class Definitions {

    private Definitions() {}

    static JsonNode read(String name) {
        try (InputStream file = Definitions.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(
                        "The emulator's jar lacks " + name + ". Rebuild it, or check what repackaged it.");
            }
            return new JsonMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
