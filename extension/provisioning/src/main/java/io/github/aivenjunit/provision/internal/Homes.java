package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.ApiToken;
import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.platform.EmbeddedPlatform;
import io.github.aivenjunit.platform.RunningPlatform;
import io.github.aivenjunit.provision.ProvisioningException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the clients of a session, one per address and organization, and the emulator at most once. Thread-safe. */
final class Homes implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Homes.class);

    private final Map<Key, Home> homes = new HashMap<>();
    private Optional<RunningPlatform> emulator = Optional.empty();

    private record Key(URI url, Optional<ApiToken> token, Optional<String> organization) {}

    /**
     * Where projects with these settings live.
     *
     * @throws ProvisioningException if there is neither a token nor an emulator, or if the cloud is required
     */
    synchronized Home home(AivenConfig config) {
        return homes.computeIfAbsent(new Key(config.url(), config.token(), config.organization()), key -> open(config));
    }

    private Home open(AivenConfig config) {
        if (config.token().isPresent()) {
            AivenClient.Builder builder = AivenClient.builder()
                    .endpoint(config.url())
                    .token(config.token().get());
            config.organization().ifPresent(builder::organization);
            return new Home(builder.build(), Optional.empty());
        }
        if (config.requireCloud()) {
            throw new ProvisioningException("This test requires Aiven and no API token is configured. Set AIVEN_TOKEN,"
                    + " or remove requireCloud to run on the emulator.");
        }
        // The emulator knows no organization of the user's; the classic endpoints do the same work there.
        RunningPlatform running = emulator();
        return new Home(
                AivenClient.builder()
                        .endpoint(running.endpoint())
                        .token(ApiToken.of(running.token()))
                        .build(),
                Optional.of(running));
    }

    private RunningPlatform emulator() {
        if (emulator.isEmpty()) {
            EmbeddedPlatform platform = ServiceLoader.load(EmbeddedPlatform.class)
                    .findFirst()
                    .orElseThrow(() -> new ProvisioningException("No API token is configured and no emulator is on the"
                            + " class path. Set AIVEN_TOKEN, or add io.github.aivenjunit:aiven-junit-emulator and an"
                            + " engine such as io.github.aivenjunit:aiven-junit-engine-postgres to the test"
                            + " dependencies."));
            emulator = Optional.of(platform.start());
            logger.warn("No API token is configured: running EMULATED, nothing is created on Aiven. Set AIVEN_TOKEN to"
                    + " run on Aiven.");
        }
        return emulator.get();
    }

    @Override
    public synchronized void close() {
        homes.values().forEach(home -> home.client().close());
        homes.clear();
        emulator.ifPresent(RunningPlatform::close);
        emulator = Optional.empty();
    }
}
