package io.github.aivenjunit.emulator.internal.http;

/** Answers requests. Called by several threads at a time. */
@FunctionalInterface
public interface HttpHandler {

    HttpAnswer handle(HttpRequest request) throws InterruptedException;
}
