package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.platform.DataPlane;
import io.github.aivenjunit.platform.RunningPlatform;
import io.github.aivenjunit.project.Mode;
import io.github.aivenjunit.spec.ServiceSpec;
import java.time.Duration;
import java.util.Optional;

/**
 * Where projects are created: an API and a client for it.
 *
 * @param client the client, already carrying the token
 * @param embedded the emulator, when it is one
 * @param pace how often it is asked
 */
record Home(AivenClient client, Optional<RunningPlatform> embedded, Pace pace) {

    private static final Duration EMULATOR_POLL_INTERVAL = Duration.ofMillis(50);

    Mode mode() {
        return embedded.isPresent() ? Mode.EMULATED : Mode.CLOUD;
    }

    /** What a service would be here. On Aiven every service is a real one. */
    DataPlane dataPlane(ServiceSpec service) {
        return embedded.map(platform ->
                        platform.dataPlane(service.type(), service.userConfig().asMap()))
                .orElseGet(() -> new DataPlane.Served("Aiven"));
    }

    /** The longest pause between two looks. The emulator has no rate limit, so nobody need wait for it. */
    Duration pollInterval(AivenConfig config) {
        Duration usual = config.shortPollInterval();
        boolean unhurried = embedded.isPresent() && usual.compareTo(EMULATOR_POLL_INTERVAL) > 0;
        return unhurried ? EMULATOR_POLL_INTERVAL : usual;
    }

    /** Why a service that is being built will never be ready. Aiven itself does not tell. */
    Optional<String> failure(String project, String service) {
        return embedded.flatMap(platform -> platform.failure(project, service));
    }
}
