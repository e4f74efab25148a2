package io.github.aivenjunit.emulator.internal.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.store.Snapshots;
import java.io.IOException;

/** Forgets everything that requests have made, ends the servers behind it, and clears the faults. */
public record Reset(Platform platform, Snapshots snapshots, ObjectNode pristine) implements Runnable {

    @Override
    public void run() {
        platform.faults().clear();
        platform.locked(() -> {
            platform.projects()
                    .forEach(project -> project.services()
                            .forEach(service -> service.power().close()));
            try {
                snapshots.restore(pristine);
            } catch (IOException impossible) {
                throw new IllegalStateException("The emulator cannot read its own first state.", impossible);
            }
            return true;
        });
    }
}
