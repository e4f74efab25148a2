package io.github.aivenjunit.conformance;

import io.github.aivenjunit.platform.Exchange;
import io.github.aivenjunit.platform.ExchangeListener;

/** Passes on what an emulator in this JVM is asked. */
public final class RecordedExchanges implements ExchangeListener {

    @Override
    public void exchanged(Exchange exchange) {
        Conformance.ofThisRun().take(exchange);
    }
}
