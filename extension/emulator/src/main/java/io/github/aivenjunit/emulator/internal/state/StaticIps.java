package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.internal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The static addresses of a project. Guarded by the platform's lock. */
public final class StaticIps {

    private static final int ADDRESSES = 254;

    private final Map<String, StaticIp> addresses = new LinkedHashMap<>();
    private final Map<String, Instant> due = new HashMap<>();
    private int made;

    /** The oldest first. */
    public Collection<StaticIp> all() {
        return List.copyOf(addresses.values());
    }

    public boolean isEmpty() {
        return addresses.isEmpty();
    }

    public StaticIp get(String id) {
        return Optional.ofNullable(addresses.get(id))
                .orElseThrow(() -> Refusal.of(404, "Static IP address " + id + " does not exist"));
    }

    /** An address from a range that is meant for documentation; it is there after this time. */
    public StaticIp create(String id, String cloud, boolean terminationProtection, Instant now, Duration time) {
        String address = "192.0.2." + (1 + made++ % ADDRESSES);
        StaticIp ip =
                new StaticIp(id, address, cloud, terminationProtection, StaticIp.State.CREATING, Optional.empty());
        addresses.put(id, ip);
        due.put(id, now.plus(time));
        return ip;
    }

    /** Begins to delete; the address is gone after this time. */
    public StaticIp delete(StaticIp ip, Instant now, Duration time) {
        if (ip.service().isPresent()) {
            throw Refusal.of(
                    409,
                    "Static IP address " + ip.id() + " belongs to service "
                            + ip.service().get());
        }
        if (ip.terminationProtection()) {
            throw Refusal.of(403, "Static IP address " + ip.id() + " is protected against termination");
        }
        if (ip.state() == StaticIp.State.DELETING) {
            return ip;
        }
        StaticIp leaving = ip.in(StaticIp.State.DELETING, Optional.empty());
        addresses.put(ip.id(), leaving);
        due.put(ip.id(), now.plus(time));
        return leaving;
    }

    /** Refuses an address that a service of this cloud cannot have. */
    public void requireFree(String id, String cloud) {
        StaticIp ip = get(id);
        if (ip.state() != StaticIp.State.CREATED) {
            throw Refusal.of(409, "Static IP address " + id + " is in state " + name(ip.state()) + ", not created");
        }
        if (!ip.cloud().equals(cloud)) {
            throw Refusal.of(400, "Static IP address " + id + " is in cloud " + ip.cloud() + ", not " + cloud);
        }
    }

    /** Aiven API: an address is in use when the service's configuration turns {@code static_ips} on. */
    public void give(String id, Service service) {
        boolean used = service.order().userConfig().path("static_ips").asBoolean(false);
        addresses.computeIfPresent(
                id,
                (key, ip) -> ip.state() == StaticIp.State.CREATED
                        ? ip.in(used ? StaticIp.State.ASSIGNED : StaticIp.State.AVAILABLE, Optional.of(service.name()))
                        : ip);
    }

    /** A service was deleted; its addresses stay its own until its machines are gone. */
    void release(String service, Instant until) {
        addresses.values().stream()
                .filter(ip -> ip.service().filter(service::equals).isPresent())
                .forEach(ip -> due.put(ip.id(), until));
    }

    void settle(Instant now) {
        for (StaticIp ip : all()) {
            if (due.getOrDefault(ip.id(), Instant.MAX).isAfter(now)) {
                continue;
            }
            due.remove(ip.id());
            if (ip.state() == StaticIp.State.DELETING) {
                addresses.remove(ip.id());
            } else {
                addresses.put(ip.id(), ip.in(StaticIp.State.CREATED, Optional.empty()));
            }
        }
    }

    /** As the API writes it. */
    public static String name(StaticIp.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
