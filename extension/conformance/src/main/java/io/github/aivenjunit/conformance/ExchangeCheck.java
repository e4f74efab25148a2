package io.github.aivenjunit.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Error;
import io.github.aivenjunit.platform.Exchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Compares exchanges with the document. Used by one thread at a time. */
final class ExchangeCheck {

    private static final String OUR_AGENT = "aiven-junit";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final OpenApiDocument document;
    private final Findings findings;
    private final Schemas schemas;
    /** Hashes of what was checked already, because the matrices repeat themselves thousands of times. */
    private final Set<Integer> seen = new HashSet<>();

    ExchangeCheck(OpenApiDocument document, Findings findings) {
        this.document = document;
        this.findings = findings;
        this.schemas = new Schemas(document.definitions());
    }

    void check(Exchange exchange) {
        List<String> path;
        try {
            path = decode(exchange.path());
        } catch (IllegalArgumentException malformedEscape) {
            return;
        }
        Optional<Operation> operation = document.find(exchange.method(), path);
        if (exchange.userAgent().orElse("").startsWith(OUR_AGENT)) {
            checkRequest(exchange, operation, path);
        }
        if (exchange.status() != 0 && !exchange.injected()) {
            checkAnswer(exchange, operation);
        }
    }

    private void checkRequest(Exchange exchange, Optional<Operation> operation, List<String> path) {
        if (isRepeat("request", exchange.method(), exchange.path(), exchange.query(), exchange.requestBody())) {
            return;
        }
        findings.checkedRequest();
        if (operation.isEmpty()) {
            add(Side.CLIENT, exchange.toString(), "path", "unknown operation", exchange.path());
            return;
        }
        Operation known = operation.get();
        for (int i = 0; i < path.size(); i++) {
            String name = known.template().get(i);
            if (name.startsWith("{")) {
                JsonNode schema = known.variables().get(name.substring(1, name.length() - 1));
                JsonNode value = JsonNodeFactory.instance.textNode(path.get(i));
                if (schema != null) {
                    check(Side.CLIENT, known.id(), "path" + name, schema, value);
                }
            }
        }
        checkQuery(known, exchange.query());
        if (known.body().isPresent()) {
            checkBody(Side.CLIENT, known.id(), known.body().get(), exchange.requestBody(), "{}");
        } else if (!exchange.requestBody().isEmpty() && !exchange.requestBody().equals("{}")) {
            add(Side.CLIENT, known.id(), "", "unexpected body", exchange.requestBody());
        }
    }

    private void checkQuery(Operation operation, String query) {
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String name = pair.replaceFirst("=.*", "");
            String value = URLDecoder.decode(
                    pair.substring(Math.min(pair.length(), name.length() + 1)), StandardCharsets.UTF_8);
            JsonNode schema = operation.query().get(name);
            if (schema == null) {
                add(Side.CLIENT, operation.id(), "query/" + name, "unknown parameter", pair);
            } else {
                check(Side.CLIENT, operation.id(), "query/" + name, schema, scalar(schema, value));
            }
        }
    }

    private static JsonNode scalar(JsonNode schema, String value) {
        if (!schema.path("type").asText().equals("string")) {
            try {
                return MAPPER.readTree(value);
            } catch (JsonProcessingException noNumberAndNoBoolean) {
                return JsonNodeFactory.instance.textNode(value);
            }
        }
        return JsonNodeFactory.instance.textNode(value);
    }

    private void checkAnswer(Exchange exchange, Optional<Operation> operation) {
        int status = exchange.status();
        String id = operation.map(Operation::id).orElse("");
        if (isRepeat(id, Integer.toString(status), exchange.responseBody())) {
            return;
        }
        if (status == 500) {
            add(
                    Side.EMULATOR,
                    exchange.method() + " " + exchange.path(),
                    "status",
                    "internal error",
                    exchange.responseBody());
        }
        if (status >= 400) {
            JsonNode schema = operation
                    .flatMap(known -> Optional.ofNullable(known.answers().get(status)))
                    .flatMap(described -> described)
                    .orElse(document.error());
            findings.checkedAnswer(id);
            checkBody(Side.EMULATOR, id + " " + status, schema, exchange.responseBody(), "");
            checkError(id, status, exchange.responseBody());
        } else if (operation.isEmpty()) {
            add(Side.EMULATOR, exchange.toString(), "path", "unknown operation", exchange.path());
        } else {
            findings.checkedAnswer(id);
            checkSuccess(exchange, operation.get());
        }
    }

    private void checkSuccess(Exchange exchange, Operation operation) {
        Optional<JsonNode> schema = operation.answers().get(exchange.status());
        if (schema == null) {
            add(Side.EMULATOR, operation.id(), "status", "undocumented status", Integer.toString(exchange.status()));
        } else if (schema.isPresent()) {
            checkBody(Side.EMULATOR, operation.id(), schema.get(), exchange.responseBody(), "");
        } else if (!exchange.responseBody().isEmpty()) {
            add(Side.EMULATOR, operation.id(), "", "unexpected body", exchange.responseBody());
        }
    }

    /** The status and the message stand twice in a refusal, and agree. */
    private void checkError(String operation, int status, String body) {
        JsonNode json = parse(body).orElse(JsonNodeFactory.instance.objectNode());
        JsonNode first = json.at("/errors/0");
        if (first.path("status").asInt() != status) {
            add(Side.EMULATOR, operation, "/errors/*/status", "other than the answer's", body);
        }
        String code = first.path("error_code").asText();
        if (!code.isEmpty() && !document.errorCodes().contains(code)) {
            add(Side.EMULATOR, operation, "/errors/*/error_code", "unlisted " + code, body);
        }
        if (!json.path("message").equals(first.path("message"))) {
            add(Side.EMULATOR, operation, "/message", "other than that of the first error", body);
        }
    }

    private void checkBody(Side side, String operation, JsonNode schema, String body, String whenEmpty) {
        Optional<JsonNode> json = parse(body.isEmpty() ? whenEmpty : body);
        if (json.isPresent()) {
            check(side, operation, "", schema, json.get());
        } else {
            add(side, operation, "", "no JSON", body);
        }
    }

    private void check(Side side, String operation, String prefix, JsonNode schema, JsonNode value) {
        for (Error error : schemas.errors(schema, value)) {
            String place = error.getInstanceLocation().toString();
            // The property is what matters of a missing or an unknown one; its holder is where it is found.
            String property = error.getProperty() == null ? "" : "/" + error.getProperty();
            String pointer = prefix + (place + property).replaceAll("/\\d+(?=/|$)", "/*");
            add(side, operation, pointer, error.getKeyword(), String.valueOf(error.getInstanceNode()));
        }
    }

    private void add(Side side, String operation, String pointer, String kind, String example) {
        findings.add(new Violation(side, operation, pointer, kind), example);
    }

    private boolean isRepeat(String... parts) {
        boolean repeat = !seen.add(Objects.hash((Object[]) parts));
        if (repeat) {
            findings.repeated();
        }
        return repeat;
    }

    private static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static List<String> decode(String path) {
        return Arrays.stream(path.substring(path.startsWith("/") ? 1 : 0).split("/", -1))
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }
}
