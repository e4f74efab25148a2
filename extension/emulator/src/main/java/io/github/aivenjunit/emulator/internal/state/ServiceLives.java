package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.catalogue.PlanOffer;
import io.github.aivenjunit.emulator.internal.faults.FaultBoard;
import io.github.aivenjunit.emulator.internal.power.PoweredService;
import io.github.aivenjunit.emulator.time.BuildTimeline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Moves services through their lives: created, built, powered off and on, rebuilt, deleted. */
public final class ServiceLives {

    /** A lag that begins when a service becomes RUNNING: its brokers join one after the other. */
    public static final String MISSING_BROKERS = "missing brokers";

    /** A lag that begins when a service becomes RUNNING: its Kafka Connect comes up later. */
    public static final String CONNECT = "Kafka Connect";

    private static final DateTimeFormatter BACKUP_NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm").withZone(ZoneOffset.UTC);
    private static final Duration LONGEST_PART_TIME = Duration.ofMinutes(1);
    private static final long BACKUP_SIZE = 31_457_280;

    private final Platform platform;
    private final FaultBoard faults;
    private final Builds builds;
    private final ServerStarts starts;
    private int built;

    ServiceLives(Platform platform, FaultBoard faults, Builds builds) {
        this.platform = platform;
        this.faults = faults;
        this.builds = builds;
        this.starts = new ServerStarts(platform);
    }

    /** How long something inside a service, such as a topic, takes to come or go. Aiven API: up to a minute. */
    public Duration partTime(Service service) {
        Duration tenth = builds.time(service.type().code()).dividedBy(10);
        return tenth.compareTo(LONGEST_PART_TIME) < 0 ? tenth : LONGEST_PART_TIME;
    }

    /** How long a thing of this kind takes to come or go. */
    public Duration time(String kind) {
        return builds.time(kind);
    }

    /** A new service with an address but without a running server: start it with {@link #start}. */
    public Service create(
            Project project, ServiceOrder order, Map<String, String> tags, ServiceUser admin, PoweredService power) {
        Instant now = platform.now();
        Service service = new Service(order, tags, admin, power, now);
        platform.unsettle(project);
        connect(service);
        PlanOffer plan = order.plan();
        service.lifecycle()
                .build(now, builds.create(order.type().code(), plan.name(), plan.nodes(), built++), plan.nodes());
        project.add(service);
        project.bill().begin(order, now);
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
        String description = describe(service.order(), order);
        service.reorder(order);
        service.touch(now);
        project.bill().change(order, now);
        project.record(now, "service_update", description, Optional.of(service.name()));
        service.log().add(now, "aiven.service", description);
        if (moved && service.state() != ServiceState.POWEROFF) {
            build(project, service, now);
        }
    }

    /** Installs what waits for the maintenance window: the machines are replaced, even if nothing waits. */
    public void maintain(Project project, Service service) {
        Instant now = platform.now();
        if (service.state() == ServiceState.POWEROFF) {
            throw Refusal.of(409, "not_powered", "Database not powered on");
        }
        maintain(project, service, now);
    }

    private void maintain(Project project, Service service, Instant now) {
        service.touch(now);
        String what = service.upkeep().update().isPresent() ? "Installing updates of " : "Maintenance of ";
        service.upkeep().updated(now);
        project.record(now, "service_maintenance_start", what + service.name(), Optional.of(service.name()));
        service.log().add(now, "aiven.service", what + service.name());
        build(project, service, now);
    }

    /** Takes a backup that a user asked for by name. */
    public void backUp(Project project, Service service, String name) {
        Instant now = platform.now();
        service.addBackup(new Backup(name, now, BACKUP_SIZE));
        service.touch(now);
        project.record(now, "service_backup_create", "Backed up " + service.name(), Optional.of(service.name()));
    }

    public void powerOff(Project project, Service service) {
        if (service.state() == ServiceState.POWEROFF) {
            return;
        }
        Instant now = platform.now();
        service.lifecycle().powerOff();
        service.upkeep().poweredOff(now);
        project.bill().end(service.name(), now);
        service.touch(now);
        service.log().add(now, "aiven.service", "powered off");
        service.power().powerOff();
        project.record(now, "service_poweroff", "Powered off " + service.name(), Optional.of(service.name()));
    }

    public void powerOn(Project project, Service service) {
        if (service.state() != ServiceState.POWEROFF) {
            return;
        }
        Instant now = platform.now();
        service.upkeep().poweredOn(now);
        project.bill().begin(service.order(), now);
        build(project, service, now);
        service.touch(now);
        service.log().add(now, "aiven.service", "powered on");
        project.record(now, "service_poweron", "Powered on " + service.name(), Optional.of(service.name()));
        start(project, service);
    }

    /** Gone for the API at once; what stood behind it ends in the background. */
    public void delete(Project project, Service service) {
        delete(project, service, platform.now(), "Deleted service " + service.name());
    }

    private void delete(Project project, Service service, Instant now, String description) {
        releaseResources(project, service, now);
        service.markDeleted();
        project.bill().end(service.name(), now);
        project.remove(service, now.plus(faults.nameReservation()));
        project.record(now, "service_delete", description, Optional.of(service.name()));
        service.power().close();
    }

    private void releaseResources(Project project, Service service, Instant now) {
        List.copyOf(service.integrations()).forEach(platform.integrations()::delete);
        Instant freeAt = now.plus(faults.resourceLag());
        service.order().vpcId().ifPresent(id -> project.vpcs().occupy(id, freeAt));
        project.staticIps().release(service.name(), freeAt);
    }

    private void connect(Service service) {
        service.deadAddress(
                () -> faults.deadAddress(service.name(), service.type().code()));
    }

    /** Brings a service back after the emulator itself was off. What its new server lacks is in the changes. */
    public void resume(Project project, Service service, List<ServerChange<?>> changes) {
        platform.unsettle(project);
        connect(service);
        service.lifecycle().resume();
        if (service.state() != ServiceState.POWEROFF) {
            changes.stream().filter(change -> change.concerns(service.power())).forEach(service::atStart);
            start(project, service);
        }
    }

    /** Starts the server in the background. The service is RUNNING once it accepts sessions and the build is over. */
    public void start(Project project, Service service) {
        starts.start(project, service);
    }

    /** Carries out what is due, and says whether nothing else will be. */
    boolean settle(Project project) {
        Instant now = platform.now();
        project.vpcs().settle(now);
        project.staticIps().settle(now);
        List.copyOf(project.services()).forEach(service -> settle(project, service, now));
        return project.vpcs().isEmpty()
                && project.staticIps().isEmpty()
                && project.services().stream().allMatch(this::isSettled);
    }

    /** What is due some day is not looked at before. */
    private boolean isSettled(Service service) {
        Upkeep upkeep = service.upkeep();
        Stream.of(upkeep.backupDue(), upkeep.updateDue(), upkeep.expiry())
                .flatMap(Optional::stream)
                .forEach(platform::wakeAt);
        return service.lifecycle().isSettled();
    }

    /** One thing after the other, because each can bring the next. */
    private void settle(Project project, Service service, Instant now) {
        service.seenAt(now);
        while (true) {
            Optional<Due> next = next(project, service);
            if (next.isEmpty() || next.get().at().isAfter(now)) {
                return;
            }
            next.get().work().accept(next.get().at());
        }
    }

    /** Something that happens by itself at a time. */
    private record Due(Instant at, Consumer<Instant> work) {}

    private Optional<Due> next(Project project, Service service) {
        if (service.isDeleted()) {
            return Optional.empty();
        }
        boolean stuck = faults.stuck(service.name(), service.type().code());
        Upkeep upkeep = service.upkeep();
        return Stream.of(
                        service.lifecycle().due(stuck).map(at -> new Due(at, time -> advance(project, service, time))),
                        upkeep.backupDue().map(at -> new Due(at, time -> backUp(service, time))),
                        upkeep.updateDue().map(at -> new Due(at, time -> update(project, service, time))),
                        upkeep.expiry().map(at -> new Due(at, time -> expire(project, service, time))))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Due::at));
    }

    private void build(Project project, Service service, Instant now) {
        platform.unsettle(project);
        PlanOffer plan = service.order().plan();
        service.lifecycle()
                .build(now, builds.rebuild(service.type().code(), plan.name(), plan.nodes(), built++), plan.nodes());
    }

    private void advance(Project project, Service service, Instant time) {
        ServiceState before = service.state();
        List<Node> nodesBefore = service.nodes();
        BuildTimeline.Step step = service.lifecycle().advance(time);
        service.touch(time);
        boolean running = service.state() == ServiceState.RUNNING;
        if ((step.backup() || running)
                && service.type().backsUpFirst()
                && service.backups().isEmpty()
                && service.upkeep().backupDue().isEmpty()) {
            backUpAfter(service, time, faults.backupLag());
        }
        if (running && before != ServiceState.RUNNING) {
            service.flap(faults.flapping());
            service.lags().begin(MISSING_BROKERS, faults.missingBrokers());
            service.lags().begin(CONNECT, faults.connectLag());
            project.bill().served(service.order(), time);
            project.record(
                    time, "service_running", "Service " + service.name() + " is running", Optional.of(service.name()));
        }
        service.nodes().stream()
                .filter(node -> !nodesBefore.contains(node))
                .forEach(node -> service.log().add(time, "aiven.service", node.name() + " is " + node.state()));
    }

    private static void backUpAfter(Service service, Instant time, Duration lag) {
        if (lag.isZero()) {
            backUp(service, time);
        } else {
            service.upkeep().backupDue(time.plus(lag));
        }
    }

    private static void backUp(Service service, Instant time) {
        Backup backup = new Backup(BACKUP_NAME.format(time) + "_0.00000000.pghoard", time, BACKUP_SIZE);
        service.addBackup(backup);
        service.upkeep().backupDue(time.plus(Upkeep.BACKUP_INTERVAL));
        service.log().add(time, "aiven.backup", "Backup " + backup.name() + " is complete");
    }

    private void update(Project project, Service service, Instant time) {
        if (service.upkeep().update().isPresent()) {
            maintain(project, service, time);
            return;
        }
        service.upkeep().announceUpdate(time, service.order());
        project.record(
                time,
                "service_update_available",
                "Updates wait for the maintenance of " + service.name(),
                Optional.of(service.name()));
    }

    private void expire(Project project, Service service, Instant time) {
        delete(
                project,
                service,
                time,
                "Deleted service " + service.name() + ", which was powered off for " + Upkeep.LONGEST_POWEROFF.toDays()
                        + " days");
    }

    /** What an update asks for, as far as it costs something or moves the service. */
    private static String describe(ServiceOrder before, ServiceOrder after) {
        StringBuilder text = new StringBuilder("Updated service " + after.name());
        if (!before.plan().equals(after.plan())) {
            text.append(", plan ")
                    .append(before.plan().name())
                    .append(" to ")
                    .append(after.plan().name());
        }
        if (!before.cloud().equals(after.cloud())) {
            text.append(", cloud ")
                    .append(before.cloud().name())
                    .append(" to ")
                    .append(after.cloud().name());
        }
        return text.toString();
    }
}
