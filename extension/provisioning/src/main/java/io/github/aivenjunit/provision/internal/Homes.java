package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.ApiToken;
import io.github.aivenjunit.client.Exchange;
import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.config.RateConfig;
import io.github.aivenjunit.config.RunFiles;
import io.github.aivenjunit.platform.EmbeddedPlatform;
import io.github.aivenjunit.platform.RunningPlatform;
import io.github.aivenjunit.provision.ProvisioningException;
import io.github.aivenjunit.recording.internal.RunRecorder;
import io.github.aivenjunit.timeline.internal.TimelineRecorder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the clients of a session, one per address and organization, and the emulator at most once. Thread-safe. */
final class Homes implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Homes.class);

    private final TimelineRecorder timeline;
    private final Map<Key, Home> homes = new HashMap<>();
    private final RateConfig rate;
    private final Supplier<RunFiles> files;
    private Optional<RunRecorder> recorder = Optional.empty();
    private Optional<RunningPlatform> emulator = Optional.empty();
    private boolean closed;

    private record Key(URI url, Optional<ApiToken> token, Optional<String> organization) {}

    Homes(RateConfig rate, TimelineRecorder timeline, Supplier<RunFiles> files) {
        this.rate = rate;
        this.timeline = timeline;
        this.files = files;
    }

    /**
     * Where projects with these settings live.
     *
     * @throws IllegalStateException if this is closed
     * @throws ProvisioningException if there is neither a token nor an emulator, or if the cloud is required
     */
    synchronized Home home(AivenConfig config) {
        if (closed) {
            throw new IllegalStateException("The session is closed. Open another one.");
        }
        return homes.computeIfAbsent(new Key(config.url(), config.token(), config.organization()), key -> open(config));
    }

    private Home open(AivenConfig config) {
        if (config.token().isPresent()) {
            AivenClient.Builder builder = AivenClient.builder()
                    .endpoint(config.url())
                    .token(config.token().get())
                    .listener(this::count);
            config.organization().ifPresent(builder::organization);
            rate.governor(config).ifPresent(builder::governor);
            return new Home(recorded(builder).build(), Optional.empty(), Pace.of(config.url(), rate));
        }
        if (config.requireCloud()) {
            throw new ProvisioningException("This test requires Aiven and no API token is configured. Set AIVEN_TOKEN,"
                    + " or remove requireCloud to run on the emulator.");
        }
        // The emulator knows no organization of the user's; the classic endpoints do the same work there.
        RunningPlatform running = emulator();
        return new Home(
                recorded(AivenClient.builder()
                                .endpoint(running.endpoint())
                                .token(ApiToken.of(running.token()))
                                .listener(this::count))
                        .build(),
                Optional.of(running),
                Pace.eager());
    }

    private void count(Exchange exchange) {
        timeline.request(exchange.method(), exchange.status(), exchange.took());
    }

    private AivenClient.Builder recorded(AivenClient.Builder builder) {
        if (recorder.isEmpty()) {
            recorder = files.get().record().map(RunRecorder::begin);
        }
        return recorder.map(builder::listener).orElse(builder);
    }

    /** The emulator, started when nobody needed it before. */
    synchronized RunningPlatform startedEmulator() {
        return emulator();
    }

    private RunningPlatform emulator() {
        if (emulator.isEmpty()) {
            EmbeddedPlatform platform = ServiceLoader.load(EmbeddedPlatform.class)
                    .findFirst()
                    .orElseThrow(() -> new ProvisioningException("No API token is configured and no emulator is on the"
                            + " class path. Set AIVEN_TOKEN, or add io.github.aivenjunit:aiven-junit-emulator and an"
                            + " engine such as io.github.aivenjunit:aiven-junit-engine-postgres to the test"
                            + " dependencies."));
            emulator = Optional.of(files.get()
                    .replay()
                    .map(recording -> replay(platform, recording))
                    .orElseGet(platform::start));
            logger.warn("No API token is configured: running EMULATED, nothing is created on Aiven. Set AIVEN_TOKEN to"
                    + " run on Aiven.");
        }
        return emulator.get();
    }

    private static RunningPlatform replay(EmbeddedPlatform platform, Path recording) {
        try {
            RunningPlatform running = platform.replay(recording);
            logger.info("The emulator repeats the run that {} recorded.", recording);
            return running;
        } catch (IOException e) {
            throw new ProvisioningException("The recording " + recording + " cannot be read. Change aiven.replay.", e);
        } catch (IllegalArgumentException e) {
            throw new ProvisioningException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        homes.values().forEach(home -> home.client().close());
        homes.clear();
        emulator.ifPresent(RunningPlatform::close);
        emulator = Optional.empty();
        recorder.ifPresent(RunRecorder::close);
        recorder = Optional.empty();
    }
}
