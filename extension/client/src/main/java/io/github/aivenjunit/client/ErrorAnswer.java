package io.github.aivenjunit.client;

import io.github.aivenjunit.client.internal.JsonCodec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is not a success, as the exception it becomes. Reads every body seen in the field: the documented JSON,
 * JSON whose {@code errors} have any type, HTML of proxies, and nothing at all.
 *
 * @param headers a header by name
 * @param hidden takes out what must not be shown, should the server repeat it
 */
record ErrorAnswer(
        ApiRequest request,
        int status,
        Function<String, Optional<String>> headers,
        String body,
        UnaryOperator<String> hidden) {

    private static final int LONGEST_MESSAGE = 500;

    private static final String TOPIC_NOT_READY = "Failed to fetch Kafka topic";

    AivenApiException toException(JsonCodec json, Clock clock) {
        Optional<Map<String, Object>> object = json.tryObject(body);
        String code = object.flatMap(ErrorAnswer::code).map(this::clean).orElse(null);
        String message = object.flatMap(ErrorAnswer::message).map(this::clean).orElse("");
        boolean byApi = object.isPresent() || body.isBlank();
        if (status < 400) {
            return new AivenApiException.MalformedAnswer(failure(
                    code,
                    message,
                    "which the Aiven API never does",
                    "Check that the endpoint is the Aiven API, and not a redirect to it."));
        }
        return switch (status) {
            case 401 -> new AivenApiException.Unauthenticated(failure(code, message, Advice.unauthenticated()));
            case 403 ->
                "authentication_failed".equals(code)
                        ? new AivenApiException.Unauthenticated(failure(code, message, Advice.unauthenticated()))
                        : new AivenApiException.Forbidden(failure(code, message, Advice.forbidden(message)));
            case 404 -> new AivenApiException.NotFound(failure(code, message, Advice.notFound(byApi)), byApi);
            case 409 -> new AivenApiException.Conflict(failure(code, message, Advice.conflict(message)));
            case 429 -> rateLimited(code, message, clock);
            // Aiven API: the 501 of a topic being created has no code, and any other 501 is a failure.
            case 501 ->
                message.startsWith(TOPIC_NOT_READY)
                        ? new AivenApiException.NotReady(failure(code, message, Advice.notReady()))
                        : new AivenApiException.ServerError(failure(code, message, Advice.serverError()));
            default ->
                status < 500
                        ? new AivenApiException.InvalidRequest(failure(code, message, Advice.invalid(status)))
                        : new AivenApiException.ServerError(failure(code, message, Advice.serverError()));
        };
    }

    private AivenApiException rateLimited(@Nullable String code, String message, Clock clock) {
        Optional<Duration> wait = new RateSigns(headers, clock).demandedWait();
        String advice = wait.map(time -> "Send fewer requests at a time, and try again in " + time.toSeconds() + " s.")
                .orElse("Send fewer requests at a time, and try again later.");
        return new AivenApiException.RateLimited(failure(code, message, advice), wait.orElse(null));
    }

    private Failure failure(@Nullable String code, String message, String advice) {
        return failure(code, message, "", advice);
    }

    private Failure failure(@Nullable String code, String message, String explanation, String advice) {
        StringBuilder what = new StringBuilder("failed with ").append(status);
        if (code != null) {
            what.append(' ').append(code);
        }
        if (!message.isEmpty()) {
            what.append(": ").append(message);
        } else {
            what.append(" and no message");
            headers.apply("Content-Type")
                    .filter(type -> !type.contains("json"))
                    .ifPresent(type -> what.append(" (").append(clean(type)).append(')'));
        }
        if (!explanation.isEmpty()) {
            what.append(", ").append(explanation);
        }
        return new Failure(request.method(), request.path(), status, code, message, what.toString(), advice, null);
    }

    private static Optional<String> message(Map<String, Object> object) {
        return Stream.of(
                        text(object, "message"),
                        firstError(object).flatMap(error -> text(error, "message")),
                        text(object, "error"),
                        text(object, "errors"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> code(Map<String, Object> object) {
        return firstError(object).flatMap(error -> text(error, "error_code")).or(() -> text(object, "error_code"));
    }

    private static Optional<Map<?, ?>> firstError(Map<String, Object> object) {
        Object errors = object.get("errors");
        Object first = errors instanceof List<?> list && !list.isEmpty() ? list.get(0) : errors;
        return first instanceof Map<?, ?> error ? Optional.of(error) : Optional.empty();
    }

    private static Optional<String> text(Map<?, ?> object, String key) {
        return object.get(key) instanceof String value && !value.isBlank() ? Optional.of(value) : Optional.empty();
    }

    /** One line without secrets: a message ends up in logs. */
    private String clean(String text) {
        String line = hidden.apply(text).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
    }
}
