package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.engine.PooledServer;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.ServerChange;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceState;
import java.util.function.Supplier;

/**
 * Makes a change to a service's server and then to the state, so that the API never tells of what the server refused.
 * A server that is still starting gets the change before the service is RUNNING.
 */
final class ServerChanges {

    private final Platform platform;

    ServerChanges(Platform platform) {
        this.platform = platform;
    }

    /**
     * @param thing what is changed, with its kind and name; two changes of one thing do not overlap
     * @param commit writes the change into the state; called with the platform's lock
     */
    Reply.Deferred make(Service service, String thing, ServerChange<?> change, Supplier<Reply> commit) {
        requirePower(service);
        requireOwnData(service, change);
        service.claim(thing);
        boolean now = service.isAccepting();
        if (!now && change.concerns(service.power())) {
            service.atStart(change);
        }
        return new Reply.Deferred(() -> {
            try {
                if (now) {
                    change.applyTo(service.power());
                }
                return platform.locked(commit);
            } finally {
                platform.locked(() -> {
                    service.release(thing);
                    return true;
                });
            }
        });
    }

    /** A pooler stands before the data, so a replica has pools of its own. */
    private static void requireOwnData(Service service, ServerChange<?> change) {
        if (service.isReplica() && !change.kind().equals(PooledServer.class)) {
            throw Refusal.of(
                    400,
                    "Service '" + service.name() + "' is a read replica. Change the service that it is a replica of.");
        }
    }

    private static void requirePower(Service service) {
        if (service.state() == ServiceState.POWEROFF) {
            throw Refusal.of(409, "not_powered", "Database not powered on");
        }
    }
}
