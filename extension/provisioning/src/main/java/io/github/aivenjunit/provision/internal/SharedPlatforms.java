package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.provision.ProvisionedProject;
import io.github.aivenjunit.spec.ProjectSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The projects that classes of this session share, one for each declaration. Thread-safe. */
final class SharedPlatforms implements AutoCloseable {

    private final Provisioner session;
    private final Map<String, SharedPlatform> platforms = new ConcurrentHashMap<>();

    SharedPlatforms(Provisioner session) {
        this.session = session;
    }

    /** One class of those that share. */
    ProvisionedProject member(ProjectSpec spec, AivenConfig config) {
        ProjectSpec common = ClassSpace.common(spec, config).withLabel("shared");
        String key = SpecKey.of(session.commonRun(config), config, common);
        SharedPlatform platform =
                platforms.computeIfAbsent(key, unseen -> new SharedPlatform(session, common, config, key));
        return new SharedProvisioning(session, spec, config, platform);
    }

    /** What was begun, for the report. */
    Stream<Provisioning> projects() {
        return platforms.values().stream().map(SharedPlatform::provisioning).flatMap(Optional::stream);
    }

    /** Leaves all of them at once, and deletes those that nobody else uses. */
    @Override
    public void close() {
        List<CompletableFuture<Void>> ends = platforms.values().stream()
                .map(platform -> CompletableFuture.runAsync(platform::close, session.executor()))
                .toList();
        ends.forEach(CompletableFuture::join);
        if (!ends.isEmpty()) {
            session.files().forEach(session.partners()::bury);
        }
    }
}
