package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.internal.http.HttpAnswer;
import io.github.aivenjunit.emulator.internal.http.HttpRequest;
import io.github.aivenjunit.platform.Exchange;
import io.github.aivenjunit.platform.ExchangeListener;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Hands whole exchanges to those who listen, which is nobody outside tests. Thread-safe. */
final class ExchangeTap {

    private final List<ExchangeListener> listeners;

    ExchangeTap(List<ExchangeListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    static ExchangeTap onClasspath() {
        return new ExchangeTap(ServiceLoader.load(ExchangeListener.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    void hand(HttpRequest request, HttpAnswer answer, boolean injected) {
        if (listeners.isEmpty()) {
            return;
        }
        HttpAnswer.Response response =
                answer instanceof HttpAnswer.Response found ? found : new HttpAnswer.Response(0, "", "", Map.of());
        Exchange exchange = new Exchange(
                request.method(),
                request.path(),
                request.query(),
                request.userAgent(),
                StandardCharsets.UTF_8
                        .decode(request.body().duplicate().rewind())
                        .toString(),
                response.status(),
                response.body().isEmpty() ? "" : response.contentType(),
                response.body(),
                injected);
        listeners.forEach(listener -> listener.exchanged(exchange));
    }
}
