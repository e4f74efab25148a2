package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.certificates.ProjectCa;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** A project. Guarded by the platform's lock, except for its certificate authority. */
public final class Project {

    private static final int KEPT_EVENTS = 1000;

    private final boolean organization;
    private final Identifiers identifiers;
    private final ProjectCa ca = new ProjectCa();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, Service> services = new TreeMap<>();
    private final transient Set<String> namesInCreation = new HashSet<>();
    private final Map<String, Instant> reservedUntil = new HashMap<>();
    private final Deque<Event> events = new ArrayDeque<>();
    private final Vpcs vpcs = new Vpcs();
    private final StaticIps staticIps = new StaticIps();
    private final IntegrationEndpoints integrationEndpoints = new IntegrationEndpoints();
    private final Members members = new Members();
    private final Permissions permissions = new Permissions();
    private String name;
    private String cloud;
    private String billingGroupId;
    private String parentId;
    private OptionalInt basePort = OptionalInt.empty();
    private List<String> techEmails = List.of();
    private int refusalsLeft;
    private final Bill bill;

    Project(ProjectOrder order, Identifiers identifiers, int refusals) {
        this.bill = new Bill(order.name(), order.billingGroupId());
        this.organization = order.organization();
        this.identifiers = identifiers;
        this.name = order.name();
        this.cloud = order.cloud();
        this.billingGroupId = order.billingGroupId();
        this.parentId = order.parentId();
        this.basePort = order.basePort();
        this.techEmails = order.techEmails();
        this.refusalsLeft = refusals;
        tags.putAll(order.tags());
    }

    public String name() {
        return name;
    }

    void rename(String changed) {
        name = changed;
        bill.rename(changed);
    }

    /** Whether it was created through the organization's endpoints. */
    public boolean organization() {
        return organization;
    }

    public String cloud() {
        return cloud;
    }

    public void cloud(String changed) {
        cloud = changed;
    }

    public String billingGroupId() {
        return billingGroupId;
    }

    public void billingGroupId(String changed) {
        billingGroupId = changed;
        bill.billingGroup(changed);
    }

    public String parentId() {
        return parentId;
    }

    public void parentId(String changed) {
        parentId = changed;
    }

    public OptionalInt basePort() {
        return basePort;
    }

    public void basePort(int changed) {
        basePort = OptionalInt.of(changed);
    }

    public List<String> techEmails() {
        return techEmails;
    }

    public void techEmails(List<String> changed) {
        techEmails = TechEmails.normalize(changed);
    }

    public Map<String, String> tags() {
        return tags;
    }

    public ProjectCa ca() {
        return ca;
    }

    public Vpcs vpcs() {
        return vpcs;
    }

    public StaticIps staticIps() {
        return staticIps;
    }

    public IntegrationEndpoints integrationEndpoints() {
        return integrationEndpoints;
    }

    public Members members() {
        return members;
    }

    public Permissions permissions() {
        return permissions;
    }

    /** In the order of their names. */
    public Collection<Service> services() {
        return services.values();
    }

    public Optional<Service> findService(String service) {
        return Optional.ofNullable(services.get(service));
    }

    public Service service(String service) {
        return findService(service)
                .orElseThrow(() -> Refusal.of(404, "service_does_not_exist", "Service " + service + " does not exist"));
    }

    public boolean isEmpty() {
        return services.isEmpty() && namesInCreation.isEmpty();
    }

    /** Takes a name for a service that is about to exist. */
    public void reserve(String service, Instant now) {
        reservedUntil.values().removeIf(end -> !end.isAfter(now));
        if (services.containsKey(service) || reservedUntil.containsKey(service) || !namesInCreation.add(service)) {
            throw Refusal.of(409, "Service name is already in use in this project");
        }
    }

    /** Gives a taken name back, or lets the service take its place. */
    public void endReservation(String service) {
        namesInCreation.remove(service);
    }

    void add(Service service) {
        services.put(service.name(), service);
    }

    void remove(Service service, Instant nameFreeAt) {
        services.remove(service.name());
        reservedUntil.put(service.name(), nameFreeAt);
    }

    /** The latest first. */
    public Collection<Event> events() {
        return List.copyOf(events);
    }

    public void record(Instant time, String type, String description, Optional<String> service) {
        events.addFirst(new Event(identifiers.uuid(), time, type, description, service));
        if (events.size() > KEPT_EVENTS) {
            events.removeLast();
        }
    }

    /** Notes a change of something in a service where the API tells of it: time of update, events and log. */
    public void happened(Service service, Instant now, String type, String what) {
        service.touch(now);
        record(now, type, what + " of " + service.name(), Optional.of(service.name()));
        service.log().add(now, "aiven.service", what);
    }

    /** Counts down the requests that are refused because membership lags behind creation. */
    boolean refusesOnce() {
        return refusalsLeft > 0 && refusalsLeft-- > 0;
    }

    Bill bill() {
        return bill;
    }

    /** What its services have cost so far, in US dollars. */
    public BigDecimal cost(Instant now) {
        return bill.total(now);
    }
}
