package io.github.aivenjunit.emulator.internal.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.http.HttpAnswer;
import io.github.aivenjunit.emulator.internal.http.HttpHandler;
import io.github.aivenjunit.emulator.internal.http.HttpRequest;
import io.github.aivenjunit.emulator.internal.input.Bodies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;

/**
 * Answers {@code /} with the page and everything below {@code /_emulator/} with JSON, and gives the rest to the API.
 * Faults do not strike here, and these requests are not noted. All but the page itself needs the emulator's token, on
 * loopback too: every page in a browser on this machine can send requests there. Thread-safe.
 */
public final class AdminHandler implements HttpHandler {

    private static final String ROOT = "/_emulator/";
    private static final String JSON = "application/json";

    private final HttpHandler api;
    private final Administration administration;
    private final byte[] token;
    private final Runnable changed;
    private final Bodies bodies = new Bodies();
    private final Page page = new Page();

    /**
     * @param changed told of everything that a request here has changed
     */
    public AdminHandler(HttpHandler api, Administration administration, String token, Runnable changed) {
        this.api = api;
        this.administration = administration;
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.changed = changed;
    }

    @Override
    public HttpAnswer handle(HttpRequest request) throws InterruptedException {
        String path = request.path();
        if (!path.equals("/") && !path.startsWith(ROOT)) {
            return api.handle(request);
        }
        if (page.has(path)) {
            return request.method().equals("GET") ? page.answer(path) : notAllowed("GET");
        }
        if (!isAuthorized(request)) {
            return refusal(401, "The emulator's token is missing or wrong. Send it in the header Authorization.");
        }
        try {
            return carryOut(request, path.substring(ROOT.length()));
        } catch (IllegalArgumentException e) {
            return refusal(400, String.valueOf(e.getMessage()));
        }
    }

    private HttpAnswer carryOut(HttpRequest request, String name) {
        return switch (name) {
            case "state" -> request.method().equals("GET") ? answer(200, administration.state()) : notAllowed("GET");
            case "faults" -> faults(request);
            case "clock" -> request.method().equals("POST") ? advance(request) : notAllowed("POST");
            case "reset" -> request.method().equals("POST") ? reset() : notAllowed("POST");
            default -> refusal(404, "There is nothing here. Ask for state, faults, clock or reset.");
        };
    }

    private HttpAnswer faults(HttpRequest request) {
        return switch (request.method()) {
            case "GET" -> answer(200, administration.faults());
            case "POST" -> {
                administration.inject(body(request));
                yield answer(201, administration.faults());
            }
            case "DELETE" -> {
                administration.clearFaults();
                yield answer(200, administration.faults());
            }
            default -> notAllowed("DELETE, GET, POST");
        };
    }

    private HttpAnswer advance(HttpRequest request) {
        String by = body(request).path("advance").asText();
        Duration duration;
        try {
            duration = Duration.parse(by);
        } catch (DateTimeParseException e) {
            return refusal(400, "advance cannot be '" + by + "'. Give a duration such as PT5M.");
        }
        if (!administration.advance(duration)) {
            return refusal(409, "The clock runs by itself. Start the emulator with --manual-clock to move it.");
        }
        changed.run();
        return answer(200, administration.state());
    }

    private HttpAnswer reset() {
        administration.reset();
        changed.run();
        return answer(200, administration.state());
    }

    private ObjectNode body(HttpRequest request) {
        if (!request.bodyComplete()) {
            throw new IllegalArgumentException("The body is too large. Send less.");
        }
        try {
            if (bodies.parse(StandardCharsets.UTF_8.decode(request.body()).toString()) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException malformed) {
            throw new IllegalArgumentException("The body is not JSON. Send a JSON object.", malformed);
        }
        throw new IllegalArgumentException("The body is not a JSON object. Put it in braces.");
    }

    private boolean isAuthorized(HttpRequest request) {
        return request.authorization()
                .map(header -> header.split(" ", 2))
                .filter(words -> words.length == 2)
                .filter(words -> words[0].toLowerCase(Locale.ROOT).equals("aivenv1")
                        || words[0].toLowerCase(Locale.ROOT).equals("bearer"))
                .filter(words -> MessageDigest.isEqual(token, words[1].strip().getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    private HttpAnswer answer(int status, JsonNode body) {
        return new HttpAnswer.Response(status, JSON, bodies.write(body), Page.HEADERS);
    }

    private HttpAnswer refusal(int status, String message) {
        return answer(status, JsonNodeFactory.instance.objectNode().put("message", message));
    }

    private HttpAnswer notAllowed(String methods) {
        return new HttpAnswer.Response(
                405,
                JSON,
                "{\"message\":\"Method not allowed\"}",
                Map.of("Allow", methods, "Cache-Control", "no-store"));
    }
}
