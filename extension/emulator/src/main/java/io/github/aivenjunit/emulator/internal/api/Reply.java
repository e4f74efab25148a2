package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/** What a route has to say. */
sealed interface Reply {

    record Json(int status, JsonNode body, Map<String, String> headers) implements Reply {}

    /** 204. */
    record NoContent() implements Reply {}

    /** A body that was written before, for large answers that never change. */
    record Text(String body) implements Reply {}

    /** Work that takes a while and is done without the platform's lock. */
    record Deferred(Work work) implements Reply {}

    @FunctionalInterface
    interface Work {
        Reply run() throws IOException;
    }

    static Reply ok(JsonNode body) {
        return new Json(200, body, Map.of());
    }

    /** A success that tells only a word, as most writes of the API do. */
    static Reply message(String message) {
        return ok(object().put("message", message));
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
