package io.github.aivenjunit.platform;

/**
 * Is told of everything that a stand-in is asked and answers; found by {@link java.util.ServiceLoader}. Without one on
 * the classpath no body is kept. Meant for tests of the stand-in and of its clients.
 *
 * <p>Called by several threads, before the answer is sent: an implementation is quick and throws nothing.
 */
@FunctionalInterface
public interface ExchangeListener {

    /** A request has its answer. */
    void exchanged(Exchange exchange);
}
