package io.github.aivenjunit.recording.internal;

import io.github.aivenjunit.client.Exchange;
import io.github.aivenjunit.client.ExchangeListener;
import io.github.aivenjunit.ledger.internal.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a recording: a line of JSON per exchange. What is written is chosen field by field, and names are replaced; so
 * nothing secret can get in. A recording that cannot be written any more does not disturb the run. Thread-safe.
 */
public final class RunRecorder implements ExchangeListener, AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(RunRecorder.class);
    private static final int VERSION = 1;

    private final Path file;
    private final Writer writer;
    private final Pseudonyms names = new Pseudonyms();
    private Optional<Instant> start = Optional.empty();
    private boolean broken;

    private RunRecorder(Path file, Writer writer) {
        this.file = file;
        this.writer = writer;
    }

    /**
     * Begins a recording, in place of one that is there.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public static RunRecorder begin(Path file) {
        try {
            Optional<Path> directory = Optional.ofNullable(file.toAbsolutePath().getParent());
            if (directory.isPresent()) {
                Files.createDirectories(directory.get());
            }
            RunRecorder recorder = new RunRecorder(
                    file,
                    Files.newBufferedWriter(
                            file,
                            StandardCharsets.UTF_8,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING));
            recorder.write(Map.of("aivenRecording", VERSION));
            return recorder;
        } catch (IOException e) {
            throw new UncheckedIOException("The recording " + file + " cannot be written. Change aiven.record.", e);
        }
    }

    @Override
    public synchronized void exchanged(Exchange exchange) {
        if (broken) {
            return;
        }
        if (start.isEmpty()) {
            start = Optional.of(exchange.sent());
        }
        try {
            write(line(exchange, start.get()));
        } catch (IOException e) {
            broken = true;
            logger.warn("The recording {} ends here, because it cannot be written. Check the disk.", file, e);
        }
    }

    private Map<String, Object> line(Exchange exchange, Instant begin) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", Math.max(0, Duration.between(begin, exchange.sent()).toMillis()));
        line.put("took", exchange.took().toMillis());
        line.put("method", exchange.method());
        line.put("path", names.path(exchange.path()));
        line.put("status", exchange.status());
        exchange.retryAfter().ifPresent(wait -> line.put("retryAfter", wait.toMillis()));
        if (!exchange.services().isEmpty()) {
            String project = Pseudonyms.project(exchange.path());
            line.put(
                    "services",
                    exchange.services().stream()
                            .map(service -> sighting(project, service))
                            .toList());
        }
        return line;
    }

    private Map<String, Object> sighting(String project, Exchange.Sighting seen) {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("name", names.service(project, seen.service()));
        service.put("type", seen.type());
        service.put("plan", seen.plan());
        service.put("state", seen.state());
        service.put("nodes", List.copyOf(seen.nodeStates()));
        return service;
    }

    /** At once on disk: a run that is killed is one that somebody wants to see again. */
    private void write(Map<String, Object> line) throws IOException {
        writer.write(JsonText.of(line));
        writer.write('\n');
        writer.flush();
    }

    @Override
    public synchronized void close() {
        broken = true;
        try {
            writer.close();
        } catch (IOException e) {
            logger.warn("The recording {} may lack its end. Check the disk.", file, e);
        }
    }
}
