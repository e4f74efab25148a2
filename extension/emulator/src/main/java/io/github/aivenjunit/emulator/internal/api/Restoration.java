package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.DatabaseServer;
import io.github.aivenjunit.emulator.engine.EngineInstance;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.engine.PooledServer;
import io.github.aivenjunit.emulator.engine.UserServer;
import io.github.aivenjunit.emulator.engine.ValkeyServer;
import io.github.aivenjunit.emulator.internal.input.Bodies;
import io.github.aivenjunit.emulator.internal.power.Engines;
import io.github.aivenjunit.emulator.internal.power.PoweredService;
import io.github.aivenjunit.emulator.internal.power.RestoredService;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;
import io.github.aivenjunit.emulator.internal.state.ServerChange;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceUser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Puts servers behind the services of a snapshot, and tells them what they have forgotten. */
public final class Restoration {

    private final Platform platform;
    private final Engines engines;
    private final Bodies bodies = new Bodies();

    public Restoration(Platform platform, Engines engines) {
        this.platform = platform;
        this.engines = engines;
    }

    /** Makes every server and starts those that are not powered off. Call it once, before the first request. */
    public void resume() {
        for (Project project : platform.projects()) {
            for (Service service : project.services()) {
                if (service.power() instanceof RestoredService restored) {
                    restored.standOn(server(project, service, restored.homeName()));
                }
            }
        }
        for (Project project : platform.projects()) {
            project.services().forEach(service -> platform.lives().resume(project, service, changes(service)));
        }
    }

    private PoweredService server(Project project, Service service, String home) {
        return engines.restore(
                service.type().code(),
                project.name(),
                service.name(),
                () -> new EngineRequest(
                        project.name(),
                        service.name(),
                        service.order().plan().name(),
                        bodies.toMap(service.order().userConfig()),
                        service.admin().credentials(),
                        project.ca().server(service.name())),
                home);
    }

    private static List<ServerChange<?>> changes(Service service) {
        List<ServerChange<?>> changes = new ArrayList<>();
        boolean remembers = service.isAccepting()
                && service.power()
                        .server(EngineInstance.class)
                        .filter(EngineInstance::remembers)
                        .isPresent();
        boolean kafka = service.power().server(KafkaServer.class).isPresent();
        if (!remembers || kafka) {
            service.users().stream().filter(user -> !user.primary()).forEach(user -> changes.add(user(user)));
        }
        if (!remembers && !service.isReplica()) {
            service.databases().keySet().forEach(name -> changes.add(database(name)));
        }
        if (kafka) {
            changes.add(new ServerChange<>(
                    KafkaServer.class,
                    server -> server.replaceAivenAcls(service.kafka().aclRules())));
        }
        service.pools()
                .all()
                .forEach(
                        pool -> changes.add(new ServerChange<>(PooledServer.class, server -> server.createPool(pool))));
        return changes;
    }

    private static ServerChange<?> user(ServiceUser user) {
        Credentials credentials = user.credentials();
        return ValkeyAccessRules.of(user.accessControl())
                .<ServerChange<?>>map(access -> new ServerChange<>(ValkeyServer.class, server -> {
                    createOrChange(server, credentials);
                    server.changeAccess(user.name(), access);
                }))
                .orElseGet(() -> new ServerChange<>(UserServer.class, server -> createOrChange(server, credentials)));
    }

    /** It may have been made before the emulator ended. */
    private static void createOrChange(UserServer server, Credentials user) throws IOException {
        try {
            server.createUser(user);
        } catch (IOException exists) {
            server.changePassword(user);
        }
    }

    private static ServerChange<?> database(String name) {
        return new ServerChange<>(DatabaseServer.class, server -> {
            if (!server.databases().contains(name)) {
                server.createDatabase(name);
            }
        });
    }
}
