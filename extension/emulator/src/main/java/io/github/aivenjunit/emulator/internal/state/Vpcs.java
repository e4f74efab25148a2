package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.internal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The private networks of a project. Guarded by the platform's lock. */
public final class Vpcs {

    private final Map<String, Vpc> vpcs = new LinkedHashMap<>();
    private final Map<String, Instant> due = new HashMap<>();
    private final Map<String, Instant> occupiedUntil = new HashMap<>();

    /** The oldest first. */
    public Collection<Vpc> all() {
        return List.copyOf(vpcs.values());
    }

    public boolean isEmpty() {
        return vpcs.isEmpty();
    }

    public Vpc get(String id) {
        return Optional.ofNullable(vpcs.get(id))
                .orElseThrow(() -> Refusal.of(404, "Project VPC " + id + " does not exist"));
    }

    /** The network that a service of this cloud lands in by itself. */
    public Optional<Vpc> activeIn(String cloud) {
        return vpcs.values().stream()
                .filter(vpc -> vpc.cloud().equals(cloud) && vpc.state() == Vpc.State.ACTIVE)
                .findFirst();
    }

    /** The network, if a service of this cloud can be put into it. */
    public Vpc usable(String id, String cloud) {
        Vpc vpc = get(id);
        if (vpc.state() != Vpc.State.ACTIVE) {
            throw Refusal.of(409, "Project VPC " + id + " is in state " + vpc.state() + ", not ACTIVE");
        }
        if (!vpc.cloud().equals(cloud)) {
            throw Refusal.of(400, "Project VPC " + id + " is in cloud " + vpc.cloud() + ", not " + cloud);
        }
        return vpc;
    }

    /** A network that becomes ACTIVE after this time. */
    public Vpc create(String id, String cloud, String cidr, Instant now, Duration time) {
        if (vpcs.values().stream().anyMatch(vpc -> vpc.cloud().equals(cloud))) {
            throw Refusal.of(409, "Project already has a VPC in cloud " + cloud);
        }
        Vpc vpc = new Vpc(id, cloud, cidr, Vpc.State.APPROVED, now, now);
        vpcs.put(id, vpc);
        due.put(id, now.plus(time));
        return vpc;
    }

    /** Begins to delete; the network is gone after this time. */
    public Vpc delete(Vpc vpc, boolean inUse, Instant now, Duration time) {
        if (inUse || occupiedUntil.getOrDefault(vpc.id(), Instant.MIN).isAfter(now)) {
            throw Refusal.of(409, "Project VPC " + vpc.id() + " cannot be deleted while services are in it");
        }
        if (vpc.state() == Vpc.State.DELETING) {
            return vpc;
        }
        Vpc leaving = vpc.in(Vpc.State.DELETING, now);
        vpcs.put(vpc.id(), leaving);
        due.put(vpc.id(), now.plus(time));
        return leaving;
    }

    /** A service left whose machines are in the network until then. */
    void occupy(String id, Instant until) {
        occupiedUntil.put(id, until);
    }

    void settle(Instant now) {
        for (Vpc vpc : all()) {
            Instant time = due.getOrDefault(vpc.id(), Instant.MAX);
            if (time.isAfter(now)) {
                continue;
            }
            due.remove(vpc.id());
            if (vpc.state() == Vpc.State.APPROVED) {
                vpcs.put(vpc.id(), vpc.in(Vpc.State.ACTIVE, time));
            } else {
                vpcs.remove(vpc.id());
                occupiedUntil.remove(vpc.id());
            }
        }
    }
}
