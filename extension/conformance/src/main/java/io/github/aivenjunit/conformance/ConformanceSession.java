package io.github.aivenjunit.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Fails a run of tests at its end if an exchange differed from the document. Tests that run tests are not ends. */
public final class ConformanceSession implements LauncherSessionListener {

    private static final Path REPORT = Path.of("target", "conformance.txt");
    private static final AtomicInteger OPEN = new AtomicInteger();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        OPEN.incrementAndGet();
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (OPEN.decrementAndGet() > 0) {
            return;
        }
        try {
            Optional<String> violations = Conformance.ofThisRun().violations();
            Files.createDirectories(REPORT.toAbsolutePath().getParent());
            Files.writeString(REPORT, Conformance.ofThisRun().report() + "\n");
            if (violations.isPresent()) {
                throw new AssertionError("Exchanges differ from the OpenAPI document. Mend the client or the emulator,"
                        + " or list a contradiction with its source: " + violations.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The check of the exchanges was interrupted. Run the tests again.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
