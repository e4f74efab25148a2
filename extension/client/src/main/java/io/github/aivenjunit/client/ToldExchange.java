package io.github.aivenjunit.client;

import io.github.aivenjunit.client.internal.HttpTransport;
import io.github.aivenjunit.client.internal.JsonCodec;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Exchanges that a listener is told of. */
final class ToldExchange extends ApiExchange {

    private final Timing timing;
    private final ExchangeListener listener;

    ToldExchange(
            HttpTransport transport,
            JsonCodec json,
            URI endpoint,
            Optional<ApiToken> token,
            Timing timing,
            RequestGovernor governor,
            ExchangeListener listener) {
        super(transport, json, endpoint, token, timing, governor);
        this.timing = timing;
        this.listener = listener;
    }

    @Override
    <T> T send(ApiRequest request, Reader<T> reader) {
        Instant sent = timing.clock().instant();
        long start = timing.nanos().getAsLong();
        try {
            T value = super.send(request, reader);
            tell(request, 200, sent, start, Optional.empty(), Exchange.sightings(value));
            return value;
        } catch (AivenApiException.Interrupted given) {
            throw given;
        } catch (AivenApiException failure) {
            Optional<Duration> retryAfter =
                    failure instanceof AivenApiException.RateLimited limited ? limited.retryAfter() : Optional.empty();
            tell(request, failure.status(), sent, start, retryAfter, List.of());
            throw failure;
        }
    }

    private void tell(
            ApiRequest request,
            int status,
            Instant sent,
            long start,
            Optional<Duration> retryAfter,
            List<Exchange.Sighting> services) {
        Duration took = Duration.ofNanos(timing.nanos().getAsLong() - start);
        listener.exchanged(new Exchange(request.method(), request.path(), status, sent, took, retryAfter, services));
    }
}
