package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.internal.power.PoweredService;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the servers of services, and tells the services what became of that. */
final class ServerStarts {

    private static final Logger logger = LoggerFactory.getLogger(ServerStarts.class);

    private final Platform platform;

    ServerStarts(Platform platform) {
        this.platform = platform;
    }

    /** Starts the server in the background. The service is RUNNING once it accepts sessions and the build is over. */
    void start(Project project, Service service) {
        int start = service.countStart();
        service.power().powerOn(new PoweredService.Owner() {
            @Override
            public void accepting() throws InterruptedException {
                carryOutChanges(project, service, start);
            }

            @Override
            public void failed(Throwable cause) {
                noteFailure(project, service, start, cause);
            }
        });
    }

    /** The changes that were asked for while the server was starting come before anybody sees it RUNNING. */
    private void carryOutChanges(Project project, Service service, int start) throws InterruptedException {
        while (true) {
            Optional<ServerChange<?>> change = platform.locked(() -> {
                if (!service.isCurrentStart(start)) {
                    return Optional.empty();
                }
                Optional<ServerChange<?>> next = service.nextChangeAtStart();
                if (next.isEmpty()) {
                    service.mutableNotifications().clear();
                    service.lifecycle().accepting(platform.now());
                }
                return next;
            });
            if (change.isEmpty()) {
                return;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            try {
                change.get().applyTo(service.power());
            } catch (IOException | RuntimeException e) {
                logger.error(
                        "A change to {} failed that was asked for before it was running. Repeat the change.",
                        project.name() + "/" + service.name(),
                        e);
            }
        }
    }

    private void noteFailure(Project project, Service service, int start, Throwable cause) {
        String name = project.name() + "/" + service.name();
        logger.error(
                "The server of {} did not start; the service stays REBUILDING. Fix the cause and power it off and on.",
                name,
                cause);
        platform.locked(() -> {
            if (service.isCurrentStart(start)) {
                Instant now = platform.now();
                String text = "The server did not start: "
                        + Optional.ofNullable(cause.getMessage())
                                .orElse(cause.getClass().getName())
                                .replace(service.admin().password(), "***");
                service.mutableNotifications().add(text);
                service.touch(now);
                service.log().add(now, "aiven.service", text);
                project.record(now, "service_start_failure", text, Optional.of(service.name()));
            }
            return true;
        });
    }
}
