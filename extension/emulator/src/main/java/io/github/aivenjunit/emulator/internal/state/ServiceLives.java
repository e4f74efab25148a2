package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.internal.faults.FaultBoard;
import io.github.aivenjunit.emulator.internal.power.PoweredService;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves services through their lives: created, built, powered off and on, rebuilt, deleted. */
public final class ServiceLives {

    private static final Logger logger = LoggerFactory.getLogger(ServiceLives.class);

    private static final DateTimeFormatter BACKUP_NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm").withZone(ZoneOffset.UTC);
    private static final long BACKUP_SIZE = 31_457_280;

    private final Platform platform;
    private final FaultBoard faults;
    private final Times times;

    ServiceLives(Platform platform, FaultBoard faults, Times times) {
        this.platform = platform;
        this.faults = faults;
        this.times = times;
    }

    /** How long a service of a type builds. */
    @FunctionalInterface
    public interface Times {
        Duration of(String serviceType);
    }

    /** A new service with an address but without a running server: start it with {@link #start}. */
    public Service create(
            Project project, ServiceOrder order, Map<String, String> tags, ServiceUser admin, PoweredService power) {
        Instant now = platform.now();
        Service service = new Service(order, tags, admin, power, now);
        build(service, now);
        project.add(service);
        project.record(
                now,
                "service_create",
                "Created service " + order.name() + " of type " + order.type().code(),
                Optional.of(order.name()));
        return service;
    }

    /** Replaces plan, cloud and settings; new machines are built when plan or cloud changed. */
    public void reorder(Project project, Service service, ServiceOrder order) {
        Instant now = platform.now();
        boolean moved = !order.plan().equals(service.order().plan())
                || !order.cloud().equals(service.order().cloud());
        service.reorder(order);
        service.touch(now);
        project.record(now, "service_update", "Updated service " + service.name(), Optional.of(service.name()));
        if (moved && service.state() != ServiceState.POWEROFF) {
            build(service, now);
        }
    }

    public void powerOff(Project project, Service service) {
        if (service.state() == ServiceState.POWEROFF) {
            return;
        }
        Instant now = platform.now();
        service.lifecycle().powerOff();
        service.touch(now);
        service.power().powerOff();
        project.record(now, "service_poweroff", "Powered off " + service.name(), Optional.of(service.name()));
    }

    public void powerOn(Project project, Service service) {
        if (service.state() != ServiceState.POWEROFF) {
            return;
        }
        Instant now = platform.now();
        build(service, now);
        service.touch(now);
        project.record(now, "service_poweron", "Powered on " + service.name(), Optional.of(service.name()));
        start(project, service);
    }

    /** Gone for the API at once; what stood behind it ends in the background. */
    public void delete(Project project, Service service) {
        Instant now = platform.now();
        service.markDeleted();
        project.remove(service, now.plus(faults.nameReservation()));
        project.record(now, "service_delete", "Deleted service " + service.name(), Optional.of(service.name()));
        service.power().close();
    }

    /** Starts the server in the background. The service is RUNNING once it accepts sessions and the build is over. */
    public void start(Project project, Service service) {
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

    void settle(Project project) {
        Instant now = platform.now();
        for (Service service : project.services()) {
            boolean stuck = faults.stuck(service.name(), service.type().code());
            service.lifecycle().settle(now, stuck, (stage, time) -> reached(project, service, stage, time));
        }
    }

    private void build(Service service, Instant now) {
        service.lifecycle()
                .build(
                        now,
                        times.of(service.type().code()),
                        service.order().plan().nodes());
    }

    private static void reached(Project project, Service service, Stage stage, Instant time) {
        service.touch(time);
        switch (stage) {
            case NODES_SET_UP, DATA_SYNCS -> {}
            case FIRST_BACKUP -> {
                if (service.type().backsUpFirst() && service.backups().isEmpty()) {
                    service.addBackup(new Backup(BACKUP_NAME.format(time) + "_0.00000000.pghoard", time, BACKUP_SIZE));
                }
            }
            case RUNNING -> {
                project.bill();
                project.record(
                        time,
                        "service_running",
                        "Service " + service.name() + " is running",
                        Optional.of(service.name()));
            }
        }
        service.nodes().forEach(node -> service.log().add(time, "aiven.service", node.name() + " is " + node.state()));
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
