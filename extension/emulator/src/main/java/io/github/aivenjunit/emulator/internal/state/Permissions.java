package io.github.aivenjunit.emulator.internal.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who may do what with one resource. Told back, not enforced. Guarded by the platform's lock. */
public final class Permissions {

    private final Map<String, Grant> grants = new LinkedHashMap<>();

    /** What one principal may do. */
    public record Grant(
            String principalId,
            String principalType,
            List<String> permissions,
            Instant createTime,
            Instant updateTime) {

        public Grant {
            permissions = List.copyOf(permissions);
        }
    }

    /** What a caller says about one principal. */
    public record Entry(String principalId, String principalType, List<String> permissions) {

        public Entry {
            permissions = List.copyOf(permissions);
        }
    }

    /** In the order in which the principals were first named. */
    public List<Grant> all() {
        return List.copyOf(grants.values());
    }

    /** Forgets everybody who is not named. */
    public void replace(List<Entry> entries, Instant now) {
        Set<String> named = new TreeSet<>();
        entries.forEach(entry -> named.add(entry.principalId()));
        grants.keySet().retainAll(named);
        entries.forEach(entry -> set(entry, now));
    }

    /** Nobody is kept who may do nothing. */
    public void set(Entry entry, Instant now) {
        Grant before = grants.get(entry.principalId());
        if (entry.permissions().isEmpty()) {
            grants.remove(entry.principalId());
            return;
        }
        grants.put(
                entry.principalId(),
                new Grant(
                        entry.principalId(),
                        entry.principalType(),
                        entry.permissions(),
                        before == null ? now : before.createTime(),
                        now));
    }

    public void grant(Entry entry, Instant now) {
        Set<String> together = held(entry);
        together.addAll(entry.permissions());
        set(with(entry, together), now);
    }

    public void revoke(Entry entry, Instant now) {
        Set<String> rest = held(entry);
        entry.permissions().forEach(rest::remove);
        set(with(entry, rest), now);
    }

    private Set<String> held(Entry entry) {
        Grant grant = grants.get(entry.principalId());
        return grant == null ? new TreeSet<>() : new TreeSet<>(grant.permissions());
    }

    private static Entry with(Entry entry, Set<String> permissions) {
        return new Entry(entry.principalId(), entry.principalType(), new ArrayList<>(permissions));
    }
}
