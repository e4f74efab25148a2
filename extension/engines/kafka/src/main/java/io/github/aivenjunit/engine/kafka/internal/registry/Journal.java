package io.github.aivenjunit.engine.kafka.internal.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/** What happened to a registry, one line of JSON each, so that it comes back after a crash or a power cycle. */
final class Journal {

    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    /** Tells everything that is written down; nothing when there is no file yet. */
    void replay(Consumer<JsonNode> reader) throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            try {
                reader.accept(JsonText.read(lines.get(i)));
            } catch (InvalidSchemaException damaged) {
                // A crash may have cut the last line, whose writer got no answer.
                if (i < lines.size() - 1) {
                    throw new IOException("Line " + (i + 1) + " of " + file + " is damaged.", damaged);
                }
                Files.write(file, lines.subList(0, i));
            }
        }
    }

    void write(ObjectNode event) {
        try {
            Files.writeString(
                    file,
                    event + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
