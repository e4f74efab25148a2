package io.github.aivenjunit.client;

/**
 * Learns of every request when it is over, repetitions one by one, with what was seen of services. Nothing of it is
 * secret. Called by the thread that waits for the answer; must be thread-safe and quick, and must not throw.
 */
@FunctionalInterface
public interface ExchangeListener {

    /** A request is over. One that its caller gave up is not told of. */
    void exchanged(Exchange exchange);
}
