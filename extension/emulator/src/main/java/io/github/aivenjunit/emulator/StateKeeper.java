package io.github.aivenjunit.emulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.api.Restoration;
import io.github.aivenjunit.emulator.internal.certificates.ProjectCa;
import io.github.aivenjunit.emulator.internal.power.ServerHomes;
import io.github.aivenjunit.emulator.internal.store.Snapshots;
import io.github.aivenjunit.emulator.internal.store.StateDirectory;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what an emulator is in a directory, and brings it back from there. Saving is thread-safe. */
final class StateKeeper implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(StateKeeper.class);

    private final StateDirectory directory;
    private final Optional<ObjectNode> found;
    private final ServerHomes homes;
    private final ProjectCa ca = new ProjectCa();
    private final AtomicLong asked = new AtomicLong();
    private final Object saving = new Object();
    private long saved;
    private @Nullable Snapshots snapshots;
    private @Nullable EmulatorClock clock;
    private ObjectNode content = JsonNodeFactory.instance.objectNode();

    private StateKeeper(StateDirectory directory, Optional<ObjectNode> found) {
        this.directory = directory;
        this.found = found;
        this.homes = new ServerHomes(directory.path().resolve("servers"));
    }

    static StateKeeper open(Path path) {
        try {
            StateDirectory directory = StateDirectory.open(path);
            try {
                return new StateKeeper(directory, directory.read());
            } catch (IOException | RuntimeException failure) {
                directory.close();
                throw failure;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(e.getMessage()), e);
        }
    }

    ServerHomes homes() {
        return homes;
    }

    /** How many emulators have begun with this state. */
    long starts() {
        return found.map(json -> json.path("starts").asLong()).orElse(0L);
    }

    Optional<String> token() {
        return found.map(json -> json.path("token").asText());
    }

    /** The authority of the API's own certificate. */
    ProjectCa ca() {
        return ca;
    }

    /** Brings back what was found. */
    void restore(Snapshots of, EmulatorClock time, String token) {
        snapshots = of;
        clock = time;
        content.put("starts", starts() + 1).put("token", token);
        found.ifPresent(json -> {
            time.advanceTo(Instant.parse(json.path("time").asText()));
            content.set("pristine", json.path("pristine"));
            ca.restore(json.path("ca").asText());
            try {
                of.restore(json.path("platform"));
            } catch (IOException unfit) {
                throw new UncheckedIOException(
                        "The state in " + directory.path() + " does not fit this version of the emulator: "
                                + unfit.getMessage() + ". Choose another directory.",
                        unfit);
            }
        });
        content.put("ca", ca.stored());
    }

    /** Starts the servers of what was brought back, and writes the first state. */
    void begin(Restoration restoration) {
        if (found.isEmpty() && snapshots != null) {
            content.set("pristine", snapshots.take());
        }
        restoration.resume();
        save();
    }

    ObjectNode pristine() {
        return (ObjectNode) content.path("pristine");
    }

    /** Returns once everything that happened before the call is on disk. Calls that wait together share one write. */
    void save() {
        long mine = asked.incrementAndGet();
        synchronized (saving) {
            if (saved >= mine || snapshots == null || clock == null) {
                return;
            }
            long covered = asked.get();
            content.put("time", clock.now().toString());
            content.set("platform", snapshots.take());
            try {
                directory.write(content);
            } catch (IOException e) {
                logger.error("The state cannot be written to {}. Free some space there.", directory.path(), e);
                throw new UncheckedIOException(e);
            }
            saved = covered;
        }
    }

    @Override
    public void close() {
        try {
            directory.close();
        } catch (IOException e) {
            logger.warn("The lock on {} ends with this process only.", directory.path(), e);
        }
    }
}
