package io.github.aivenjunit.watchdog.internal;

import io.github.aivenjunit.deletion.internal.DeletionApiException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends a request once, through {@link HttpURLConnection}: measured, any other client of the JDK takes a quarter of a
 * second longer to its first request. Thread-safe.
 */
final class JdkHttp {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);
    private static final int LONGEST_ERROR = 64 * 1024;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    private final String endpoint;
    private final String token;
    private final Gate gate = new Gate();

    JdkHttp(URI endpoint, String token) {
        String address = endpoint.toString();
        this.endpoint = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        this.token = token;
    }

    /**
     * A request.
     *
     * @param path from {@code /v1} on, percent-encoded
     * @param body JSON
     */
    record Request(String method, String path, Optional<String> body) {

        static Request get(String path) {
            return new Request("GET", path, Optional.empty());
        }

        static Request delete(String path) {
            return new Request("DELETE", path, Optional.empty());
        }

        static Request put(String path, String body) {
            return new Request("PUT", path, Optional.of(body));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Reads the body of a success. */
    @FunctionalInterface
    interface Body<T> {
        T read(JsonReader json) throws IOException;
    }

    /** A request whose answer holds nothing of use. */
    void send(Request request) {
        exchange(request, body -> true);
    }

    <T> T send(Request request, Body<T> reader) {
        return exchange(
                request, body -> reader.read(new JsonReader(new InputStreamReader(body, StandardCharsets.UTF_8))));
    }

    /** Reads the bytes of a success. */
    @FunctionalInterface
    private interface Bytes<T> {
        T read(InputStream body) throws IOException;
    }

    private <T> T exchange(Request request, Bytes<T> reader) {
        try {
            gate.pass();
            HttpURLConnection connection = open(request);
            int status = connection.getResponseCode();
            if (status < 200 || status > 299) {
                throw failure(request, status, connection);
            }
            try (InputStream body = connection.getInputStream()) {
                T value = reader.read(body);
                // A connection whose answer was read to the end is used again.
                body.transferTo(OutputStream.nullOutputStream());
                return value;
            }
        } catch (IOException e) {
            throw new DeletionApiException.TryAgain(request + " has no answer of use.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeletionApiException.TryAgain(request + " was interrupted.", e);
        }
    }

    private HttpURLConnection open(Request request) throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(endpoint + request.path()).toURL().openConnection();
        connection.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
        connection.setReadTimeout((int) READ_TIMEOUT.toMillis());
        // The token goes to nobody else.
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestMethod(request.method());
        connection.setRequestProperty("Authorization", "aivenv1 " + token);
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("User-Agent", "aiven-junit-watchdog");
        if (request.body().isPresent()) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            try (OutputStream body = connection.getOutputStream()) {
                body.write(request.body().get().getBytes(StandardCharsets.UTF_8));
            }
        }
        return connection;
    }

    private DeletionApiException failure(Request request, int status, HttpURLConnection connection) throws IOException {
        ErrorBody body = errorBody(connection);
        String message = request + " failed with " + status + (body.message().isEmpty() ? "" : ": " + body.message());
        if (status == TOO_MANY_REQUESTS) {
            gate.close(connection.getHeaderField("Retry-After"), Clock.systemUTC());
        }
        boolean passing = status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT || status >= FIRST_SERVER_ERROR;
        // A 404 of a proxy proves nothing.
        if (passing || (status == HttpURLConnection.HTTP_NOT_FOUND && !body.byApi())) {
            return new DeletionApiException.TryAgain(message);
        }
        boolean badToken =
                status == HttpURLConnection.HTTP_FORBIDDEN && body.errorCode().equals("authentication_failed");
        return new DeletionApiException.Refused(
                message, badToken ? HttpURLConnection.HTTP_UNAUTHORIZED : status, body.message(), Optional.empty());
    }

    private static ErrorBody errorBody(HttpURLConnection connection) throws IOException {
        try (InputStream body = connection.getErrorStream()) {
            // Without a body there is no stream.
            return body == null ? ErrorBody.EMPTY : ErrorBody.of(body.readNBytes(LONGEST_ERROR));
        }
    }

    /**
     * What an error says.
     *
     * @param byApi whether the API wrote it, and not a proxy
     */
    private record ErrorBody(boolean byApi, String message, String errorCode) {

        static final ErrorBody EMPTY = new ErrorBody(true, "", "");

        static ErrorBody of(byte[] body) {
            if (body.length == 0) {
                return EMPTY;
            }
            StringBuilder message = new StringBuilder();
            StringBuilder code = new StringBuilder();
            try {
                JsonReader json =
                        new JsonReader(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
                json.document(name -> top(json, name, message, code));
                return new ErrorBody(true, message.toString(), code.toString());
            } catch (IOException e) {
                return new ErrorBody(false, "", "");
            }
        }

        private static boolean top(JsonReader json, String name, StringBuilder message, StringBuilder code)
                throws IOException {
            // Seen in the field: errors of any type.
            if (name.equals("message") && json.begins('"')) {
                message.append(json.text());
                return true;
            }
            if (!name.equals("errors") || !json.begins('[')) {
                return false;
            }
            json.array(() -> error(json, code));
            return true;
        }

        private static void error(JsonReader json, StringBuilder code) throws IOException {
            if (!json.begins('{')) {
                json.skip();
                return;
            }
            json.object(field -> {
                if (!field.equals("error_code") || !json.begins('"')) {
                    return false;
                }
                code.append(json.text());
                return true;
            });
        }
    }
}
