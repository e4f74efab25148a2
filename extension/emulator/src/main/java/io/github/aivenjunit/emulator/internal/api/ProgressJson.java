package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.state.Node;
import io.github.aivenjunit.emulator.internal.state.Service;
import java.util.OptionalDouble;

/**
 * How far a node is with its data. Aiven API: phases one after the other, the numbers of which can be missing. Only
 * databases that are filled from a backup tell.
 */
final class ProgressJson {

    private static final Phase[] PHASES = {
        new Phase("prepare", 0, 0.1, 0),
        new Phase("basebackup", 0.1, 0.6, 31_457_280),
        new Phase("stream", 0.6, 0.9, 16_777_216),
        new Phase("finalize", 0.9, 1, 0)
    };

    private ProgressJson() {}

    /** A part of the way, with the amount of data that comes in it, 0 for none. */
    private record Phase(String name, double begin, double end, int amount) {}

    static ArrayNode of(Service service, Node node) {
        ArrayNode updates = Reply.object().putArray("progress_updates");
        OptionalDouble over = service.progress();
        if (over.isEmpty()
                || !node.state().equals("syncing_data")
                || !service.type().backsUpFirst()) {
            return updates;
        }
        for (Phase phase : PHASES) {
            double share = (over.getAsDouble() - phase.begin()) / (phase.end() - phase.begin());
            if (share < 0) {
                break;
            }
            ObjectNode json = updates.addObject().put("completed", share >= 1).put("phase", phase.name());
            if (phase.amount() > 0) {
                json.put("current", Math.round(phase.amount() * Math.min(1, share)))
                        .put("max", phase.amount())
                        .put("min", 0)
                        .put("unit", unit(phase, service));
            }
        }
        return updates;
    }

    private static String unit(Phase phase, Service service) {
        if (phase.name().equals("basebackup")) {
            return "bytes_compressed";
        }
        return service.type().code().equals("mysql") ? "binlogs" : "wal_lsn";
    }
}
