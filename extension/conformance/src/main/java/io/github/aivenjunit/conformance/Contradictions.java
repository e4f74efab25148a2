package io.github.aivenjunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where the document and the real API are known to differ, each with its source: {@code contradictions.json}. */
final class Contradictions {

    private final List<Rule> rules;

    private record Rule(Side side, Pattern operation, Pattern pointer, String kind) {

        boolean covers(Violation violation) {
            return side == violation.side()
                    && kind.equals(violation.kind())
                    && operation.matcher(violation.operation()).matches()
                    && pointer.matcher(violation.pointer()).matches();
        }
    }

    private Contradictions(List<Rule> rules) {
        this.rules = rules;
    }

    static Contradictions none() {
        return new Contradictions(List.of());
    }

    static Contradictions known() {
        try (InputStream file = Contradictions.class.getResourceAsStream("contradictions.json")) {
            List<Rule> rules = new ArrayList<>();
            for (JsonNode rule : new JsonMapper().readTree(file)) {
                if (rule.path("source").asText().isBlank()) {
                    throw new IllegalStateException("A contradiction has no source. Name one: " + rule);
                }
                rules.add(new Rule(
                        Side.valueOf(rule.path("side").asText()),
                        Pattern.compile(rule.path("operation").asText()),
                        Pattern.compile(rule.path("pointer").asText()),
                        rule.path("kind").asText()));
            }
            return new Contradictions(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean cover(Violation violation) {
        return rules.stream().anyMatch(rule -> rule.covers(violation));
    }
}
