package io.github.aivenjunit.client;

import io.github.aivenjunit.client.internal.ExchangeFailedException;
import io.github.aivenjunit.client.internal.HttpExchange;
import io.github.aivenjunit.client.internal.HttpTransport;
import io.github.aivenjunit.client.internal.JsonCodec;
import io.github.aivenjunit.client.internal.JsonMismatchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request, sent once: a value comes back, or the exception that says what happened. Thread-safe. */
class ApiExchange {

    private static final Logger logger = LoggerFactory.getLogger(AivenClient.class);
    private static final int LONGEST_ERROR = 64 * 1024;

    private final HttpTransport transport;
    private final JsonCodec json;
    private final URI endpoint;
    private final Optional<ApiToken> token;
    private final Timing timing;
    private final RequestGovernor governor;

    ApiExchange(
            HttpTransport transport,
            JsonCodec json,
            URI endpoint,
            Optional<ApiToken> token,
            Timing timing,
            RequestGovernor governor) {
        this.transport = transport;
        this.json = json;
        this.endpoint = endpoint;
        this.token = token;
        this.timing = timing;
        this.governor = governor;
    }

    /** Reads the body of a success. */
    @FunctionalInterface
    interface Reader<T> {
        T read(JsonCodec json, InputStream body) throws IOException;
    }

    /** Failures are made where the caller waits, so that their stack traces lead to the caller. */
    private record Outcome<T>(
            int status, @Nullable T value, @Nullable Supplier<AivenApiException> failure) {}

    @SuppressWarnings("NullAway") // an outcome without a failure has the value that the reader returned
    <T> T send(ApiRequest request, Reader<T> reader) {
        HttpExchange exchange = new HttpExchange(
                request.method(),
                request.target(),
                authorization(request),
                request.body().map(json::write));
        long start = timing.nanos().getAsLong();
        try {
            Outcome<T> outcome = transport.exchange(exchange, (status, headers, body) -> {
                boolean succeeded = status >= 200 && status < 300;
                String text = succeeded ? "" : text(body);
                governor.heard(status, new RateSigns(headers, timing.clock()), text);
                return succeeded
                        ? success(request, status, reader, body)
                        : error(new ErrorAnswer(request, status, headers, text, this::hidden));
            });
            logger.debug("{} answered {} in {} ms", request, outcome.status(), millisSince(start));
            if (outcome.failure() != null) {
                throw outcome.failure().get();
            }
            return outcome.value();
        } catch (ExchangeFailedException e) {
            logger.debug("{} has no answer after {} ms: {}", request, millisSince(start), kind(e.reason()));
            throw unreachable(request, e);
        } catch (InterruptedException e) {
            throw interrupted(request);
        }
    }

    /** Sets the interrupt flag again. */
    static AivenApiException interrupted(ApiRequest request) {
        Thread.currentThread().interrupt();
        String advice = request.method().equals("GET")
                ? "Send it again when it is still wanted."
                : "It may have taken effect: read what exists before sending it again.";
        return new AivenApiException.Interrupted(Failure.withoutAnswer(request, "was interrupted", advice, null));
    }

    /** Sets the interrupt flag again. */
    static AivenApiException neverSent(ApiRequest request) {
        Thread.currentThread().interrupt();
        return new AivenApiException.Interrupted(Failure.withoutAnswer(
                request, "was interrupted before it was sent", "Send it again when it is still wanted.", null));
    }

    private <T> Outcome<T> error(ErrorAnswer answer) {
        return new Outcome<>(answer.status(), null, () -> answer.toException(json, timing.clock()));
    }

    private <T> Outcome<T> success(ApiRequest request, int status, Reader<T> reader, InputStream body)
            throws IOException {
        try {
            return new Outcome<>(status, reader.read(json, body), null);
        } catch (JsonMismatchException e) {
            return new Outcome<>(
                    status,
                    null,
                    () -> new AivenApiException.MalformedAnswer(new Failure(
                            request.method(),
                            request.path(),
                            status,
                            null,
                            "",
                            "answered " + status + " with a body that cannot be used: " + e.getMessage(),
                            "Check that " + host() + " is the Aiven API, and any proxy in between.",
                            null)));
        }
    }

    private Optional<String> authorization(ApiRequest request) {
        if (request.anonymous()) {
            return Optional.empty();
        }
        return Optional.of("aivenv1 "
                + token.orElseThrow(() -> new IllegalStateException(
                                request + " needs an API token. Give one to AivenClient.builder()."))
                        .reveal());
    }

    private String hidden(String text) {
        return token.map(secret -> text.replace(secret.reveal(), secret.toString()))
                .orElse(text);
    }

    private AivenApiException unreachable(ApiRequest request, ExchangeFailedException e) {
        IOException reason = e.reason();
        String kind = kind(reason);
        if (e.perhapsSent()) {
            return unreachable(
                    request,
                    "failed: " + host() + " gave no complete answer (" + kind + ")",
                    request.method().equals("GET")
                            ? "Check the network and any proxy."
                            : "Check the network and any proxy; the change may have been made all the same.",
                    reason,
                    Reach.PERHAPS_SENT);
        }
        if (hasCause(reason, UnknownHostException.class)) {
            return unreachable(
                    request,
                    "failed: the host " + endpoint.getHost() + " is unknown",
                    "Check the endpoint, the network and the DNS server.",
                    reason,
                    Reach.UNKNOWN_HOST);
        }
        if (hasCause(reason, CertificateException.class) || hasCause(reason, SSLPeerUnverifiedException.class)) {
            return unreachable(
                    request,
                    "failed: the certificate of " + host() + " is not trusted",
                    "Check the endpoint, or add the authority that signed the certificate to this JVM's trust store.",
                    reason,
                    Reach.UNTRUSTED);
        }
        return unreachable(
                request,
                "failed: " + host() + " cannot be reached (" + kind + ")",
                "Check the endpoint, the network and any proxy.",
                reason,
                Reach.NOT_SENT);
    }

    private static AivenApiException unreachable(
            ApiRequest request, String what, String advice, IOException cause, Reach reach) {
        return new AivenApiException.Unreachable(Failure.withoutAnswer(request, what, advice, cause), reach);
    }

    /** OkHttp has two exceptions for one thing, and which timer fires first is chance. */
    static String kind(Throwable reason) {
        return reason instanceof InterruptedIOException
                ? "timeout"
                : reason.getClass().getSimpleName();
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private String host() {
        return endpoint.getPort() < 0 ? endpoint.getHost() : endpoint.getHost() + ":" + endpoint.getPort();
    }

    private static String text(InputStream body) throws IOException {
        return new String(body.readNBytes(LONGEST_ERROR), StandardCharsets.UTF_8);
    }

    private long millisSince(long start) {
        return since(start).toMillis();
    }

    private Duration since(long start) {
        return Duration.ofNanos(timing.nanos().getAsLong() - start);
    }
}
