package io.github.aivenjunit.emulator.internal.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.power.RestoredService;
import io.github.aivenjunit.emulator.internal.state.Platform;
import java.io.IOException;
import java.util.Map;

/** Takes snapshots of everything that exists, and brings one back. Thread-safe. */
public final class Snapshots {

    private final Platform platform;
    private final Surroundings surroundings;

    public Snapshots(Platform platform) {
        this.platform = platform;
        this.surroundings = new Surroundings(
                Map.of(
                        "platform", platform,
                        "identifiers", platform.identifiers(),
                        "faults", platform.faults(),
                        "lives", platform.lives()),
                power -> power.home().map(home -> home.name()).orElse(""),
                RestoredService::new);
    }

    /** Everything as it is now. */
    public ObjectNode take() {
        return platform.locked(() -> new GraphWriter(surroundings).write(platform));
    }

    /**
     * Makes the platform what it was. Services have no servers then.
     *
     * @throws IOException if the snapshot does not fit this version; the message is half a sentence
     */
    public void restore(JsonNode snapshot) throws IOException {
        new GraphReader(surroundings).fill(platform, snapshot);
    }
}
