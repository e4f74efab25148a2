package io.github.aivenjunit.emulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a recording: a request and what came of it.
 *
 * @param at when it was sent, since the beginning of the recording
 * @param status 0 when there was no answer
 * @param services what was seen of services
 */
record RecordedExchange(
        Duration at,
        Duration took,
        String method,
        String path,
        int status,
        Optional<Duration> retryAfter,
        List<Sighting> services) {

    /** A service as it was at that moment. */
    record Sighting(String name, String type, String plan, String state, List<String> nodes) {}

    static RecordedExchange of(JsonNode json) {
        List<Sighting> services = new ArrayList<>();
        json.path("services").forEach(service -> services.add(sighting(service)));
        return new RecordedExchange(
                Duration.ofMillis(required(json, "at").asLong()),
                Duration.ofMillis(required(json, "took").asLong()),
                required(json, "method").asText(),
                required(json, "path").asText(),
                required(json, "status").asInt(),
                json.has("retryAfter")
                        ? Optional.of(Duration.ofMillis(json.get("retryAfter").asLong()))
                        : Optional.empty(),
                List.copyOf(services));
    }

    private static Sighting sighting(JsonNode json) {
        List<String> nodes = new ArrayList<>();
        json.path("nodes").forEach(node -> nodes.add(node.asText()));
        return new Sighting(
                required(json, "name").asText(),
                required(json, "type").asText(),
                required(json, "plan").asText(),
                required(json, "state").asText(),
                List.copyOf(nodes));
    }

    private static JsonNode required(JsonNode json, String field) {
        if (!json.hasNonNull(field)) {
            throw new IllegalArgumentException("'" + field + "' is missing");
        }
        return json.get(field);
    }

    Duration end() {
        return at.plus(took);
    }

    /** Whether somebody asked to create something or to end it. */
    boolean isRead() {
        return method.equals("GET");
    }

    /** Whether something went wrong that does not follow from the request. */
    boolean hasFailed() {
        return status == 0 || status == 408 || status == 429 || status >= 500;
    }

    /** The project's pseudonym, or nothing. */
    String project() {
        String[] segments = path.split("/", -1);
        for (int i = 0; i + 1 < segments.length; i++) {
            if (segments[i].equals("project")) {
                return segments[i + 1];
            }
        }
        return "";
    }
}
