package io.github.aivenjunit.conformance;

import io.github.aivenjunit.platform.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks exchanges against the OpenAPI document that the system property {@code aiven.openapi} names, a file or an
 * http(s) address. Without it nothing is checked. Exchanges are checked on a thread of their own, so that a test does not
 * wait for it. Thread-safe.
 */
public final class Conformance {

    private static final Logger logger = LoggerFactory.getLogger(Conformance.class);
    private static final String PROPERTY = "aiven.openapi";

    private final Optional<OpenApiDocument> document;
    private final Findings findings;
    private final Optional<ExchangeCheck> check;
    private final ExecutorService worker;

    Conformance(Optional<OpenApiDocument> document, Contradictions contradictions) {
        this.document = document;
        this.findings = new Findings(contradictions);
        this.check = document.map(known -> new ExchangeCheck(known, findings));
        this.worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "aiven-conformance");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The one of this JVM, which the services that JUnit and the emulator load share. */
    public static Conformance ofThisRun() {
        return ThisRun.CONFORMANCE;
    }

    /** Takes an exchange; the request counts only if it is our client's. */
    public void take(Exchange exchange) {
        check.ifPresent(known -> worker.execute(() -> {
            try {
                known.check(exchange);
            } catch (RuntimeException e) {
                findings.add(new Violation(Side.EMULATOR, exchange.toString(), "", "check failed"), String.valueOf(e));
            }
        }));
    }

    /** Waits for what was taken, and says what was found: empty when nothing differs. */
    Optional<String> violations() throws InterruptedException {
        drain();
        return findings.isEmpty() ? Optional.empty() : Optional.of(report());
    }

    String report() {
        return document.map(known -> findings.report(known.size()))
                .orElse("Nothing was checked: the system property " + PROPERTY
                        + " names no OpenAPI document. Set it to a file or an address.");
    }

    private void drain() throws InterruptedException {
        try {
            worker.submit(() -> {}).get(5, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The exchanges were not checked in time. Look at the tests' output.", e);
        }
    }

    private static final class ThisRun {

        static final Conformance CONFORMANCE =
                new Conformance(document(System.getProperty(PROPERTY, "")), Contradictions.known());

        private static Optional<OpenApiDocument> document(String place) {
            boolean address = place.startsWith("http:") || place.startsWith("https:");
            if (!address && (place.isEmpty() || !Files.exists(Path.of(place)))) {
                logger.warn("No exchange is checked: the system property {} names no OpenAPI document.", PROPERTY);
                return Optional.empty();
            }
            try {
                return Optional.of(OpenApiDocument.read(url(place, address)));
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "The OpenAPI document " + place + " cannot be read. Correct " + PROPERTY + ".", e);
            }
        }

        private static URL url(String place, boolean address) throws MalformedURLException {
            return address ? URI.create(place).toURL() : Path.of(place).toUri().toURL();
        }
    }
}
