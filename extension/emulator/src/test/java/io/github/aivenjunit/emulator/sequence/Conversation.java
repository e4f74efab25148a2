package io.github.aivenjunit.emulator.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.aivenjunit.emulator.AivenEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Requests to one emulator over HTTP. No answer may be a 500. */
final class Conversation {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient http;
    private final AivenEmulator emulator;
    private int requests;

    Conversation(HttpClient http, AivenEmulator emulator) {
        this.http = http;
        this.emulator = emulator;
    }

    record Answer(int status, JsonNode json) {

        boolean isSuccess() {
            return status == 200;
        }

        JsonNode at(String pointer) {
            return json.at(pointer);
        }

        @Override
        public String toString() {
            return status + " " + json.path("message").asText();
        }
    }

    int requests() {
        return requests;
    }

    Answer get(String path) {
        return call("GET", path, "");
    }

    /** With single quotes in the body for double ones. */
    Answer call(String method, String path, String body) {
        requests++;
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(emulator.endpoint() + (path.startsWith("/v2/") ? "" : "/v1") + path))
                .header("Authorization", "aivenv1 " + emulator.token())
                .method(
                        method,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            Answer answer = new Answer(response.statusCode(), MAPPER.readTree(response.body()));
            Broken.unless(answer.status() != 500, () -> method + " " + path + " " + body + " was answered " + answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
