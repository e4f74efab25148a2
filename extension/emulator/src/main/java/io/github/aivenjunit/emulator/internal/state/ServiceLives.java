package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.faults.FaultBoard;
import io.github.aivenjunit.emulator.internal.power.PoweredService;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves services through their lives: created, built, powered off and on, rebuilt, deleted. */
public final class ServiceLives {

    /** A lag that begins when a service becomes RUNNING: its brokers join one after the other. */
    public static final String MISSING_BROKERS = "missing brokers";

    /** A lag that begins when a service becomes RUNNING: its Kafka Connect comes up later. */
    public static final String CONNECT = "Kafka Connect";

    private static final Logger logger = LoggerFactory.getLogger(ServiceLives.class);

    private static final DateTimeFormatter BACKUP_NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm").withZone(ZoneOffset.UTC);
    private static final Duration LONGEST_PART_TIME = Duration.ofMinutes(1);
    private static final long BACKUP_SIZE = 31_457_280;

    private final Platform platform;
    private final FaultBoard faults;
    private final Times times;

    ServiceLives(Platform platform, FaultBoard faults, Times times) {
        this.platform = platform;
        this.faults = faults;
        this.times = times;
    }

    /** How long something inside a service, such as a topic, takes to come or go. Aiven API: up to a minute. */
    public Duration partTime(Service service) {
        Duration tenth = times.of(service.type().code()).dividedBy(10);
        return tenth.compareTo(LONGEST_PART_TIME) < 0 ? tenth : LONGEST_PART_TIME;
    }

    /** How long a service of a type builds. */
    @FunctionalInterface
    public interface Times {
        Duration of(String serviceType);
    }

    /** How long a thing of this kind takes to come or go. */
    public Duration time(String kind) {
        return times.of(kind);
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

    /** Replaces plan, cloud, network and settings; new machines are built when one of the first three changed. */
    public void reorder(Project project, Service service, ServiceOrder order) {
        Instant now = platform.now();
        boolean moved = !order.plan().equals(service.order().plan())
                || !order.cloud().equals(service.order().cloud())
                || !order.vpcId().equals(service.order().vpcId());
        // New machines are filled from a backup. How the API refuses is not known.
        if (moved
                && service.state() == ServiceState.RUNNING
                && service.type().backsUpFirst()
                && service.backups().isEmpty()) {
            throw Refusal.of(409, "Service " + service.name() + " has no backup yet");
        }
        service.reorder(order);
        service.touch(now);
        project.record(now, "service_update", "Updated service " + service.name(), Optional.of(service.name()));
        if (moved && service.state() != ServiceState.POWEROFF) {
            build(service, now);
        }
    }

    /**
     * Installs what waits for the maintenance window, which is never anything here. As the API cannot tell, the machines
     * are replaced as they would be.
     */
    public void maintain(Project project, Service service) {
        Instant now = platform.now();
        if (service.state() == ServiceState.POWEROFF) {
            throw Refusal.of(409, "not_powered", "Database not powered on");
        }
        service.touch(now);
        project.record(
                now, "service_maintenance_start", "Maintenance of " + service.name(), Optional.of(service.name()));
        build(service, now);
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
        releaseResources(project, service, now);
        service.markDeleted();
        project.remove(service, now.plus(faults.nameReservation()));
        project.record(now, "service_delete", "Deleted service " + service.name(), Optional.of(service.name()));
        service.power().close();
    }

    private void releaseResources(Project project, Service service, Instant now) {
        List.copyOf(service.integrations()).forEach(platform.integrations()::delete);
        Instant freeAt = now.plus(faults.resourceLag());
        service.order().vpcId().ifPresent(id -> project.vpcs().occupy(id, freeAt));
        project.staticIps().release(service.name(), freeAt);
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
        project.vpcs().settle(now);
        project.staticIps().settle(now);
        for (Service service : project.services()) {
            service.backupDue()
                    .filter(due -> !due.isAfter(now) && service.state() != ServiceState.POWEROFF)
                    .ifPresent(due -> backUp(service, due));
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

    private void reached(Project project, Service service, Stage stage, Instant time) {
        service.touch(time);
        switch (stage) {
            case NODES_SET_UP, DATA_SYNCS -> {}
            case FIRST_BACKUP -> {
                if (service.type().backsUpFirst() && service.backups().isEmpty()) {
                    backUpAfter(service, time, faults.backupLag());
                }
            }
            case RUNNING -> {
                service.flap(faults.flapping());
                service.lags().begin(MISSING_BROKERS, faults.missingBrokers());
                service.lags().begin(CONNECT, faults.connectLag());
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

    private static void backUpAfter(Service service, Instant time, Duration lag) {
        if (lag.isZero()) {
            backUp(service, time);
        } else {
            service.backupDue(time.plus(lag));
        }
    }

    private static void backUp(Service service, Instant time) {
        service.addBackup(new Backup(BACKUP_NAME.format(time) + "_0.00000000.pghoard", time, BACKUP_SIZE));
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
