package io.github.aivenjunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of the document.
 *
 * @param template the segments of its path; one in braces is a variable
 * @param body the schema of the request's body
 * @param query the schemas of the query's parameters
 * @param answers by status; empty for an answer without a body
 */
record Operation(
        String id,
        String method,
        List<String> template,
        Map<String, JsonNode> variables,
        Map<String, JsonNode> query,
        Optional<JsonNode> body,
        Map<Integer, Optional<JsonNode>> answers) {

    boolean matches(String method, List<String> path) {
        if (!this.method.equals(method) || path.size() != template.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!template.get(i).startsWith("{") && !template.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
