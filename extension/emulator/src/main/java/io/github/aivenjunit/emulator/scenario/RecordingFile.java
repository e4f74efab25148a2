package io.github.aivenjunit.emulator.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A recording on disk: JSON, a line for the version and one for every exchange, in the order in which they ended. */
record RecordingFile(Path path) {

    private static final int VERSION = 1;

    List<RecordedExchange> read() throws IOException {
        List<String> lines = Files.readAllLines(path);
        List<RecordedExchange> exchanges = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                JsonNode json = new JsonMapper().readTree(lines.get(i));
                if (i == 0) {
                    requireVersion(json);
                } else if (!lines.get(i).isBlank()) {
                    exchanges.add(RecordedExchange.of(json));
                }
            } catch (JsonProcessingException e) {
                throw malformed(i, "no JSON", e);
            } catch (IllegalArgumentException e) {
                throw malformed(i, String.valueOf(e.getMessage()), e);
            }
        }
        if (lines.isEmpty()) {
            throw malformed(0, "empty", new IllegalArgumentException("no line"));
        }
        exchanges.sort(Comparator.comparing(RecordedExchange::at));
        return List.copyOf(exchanges);
    }

    private static void requireVersion(JsonNode json) {
        if (json.path("aivenRecording").asInt() != VERSION) {
            throw new IllegalArgumentException("no recording of version " + VERSION);
        }
    }

    private IllegalArgumentException malformed(int line, String what, Exception cause) {
        return new IllegalArgumentException(
                path + " line " + (line + 1) + " is no recording of a run (" + what
                        + "). Record one with aiven.record=FILE.",
                cause);
    }
}
