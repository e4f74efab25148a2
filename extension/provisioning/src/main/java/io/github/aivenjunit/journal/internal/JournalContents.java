package io.github.aivenjunit.journal.internal;

import io.github.aivenjunit.lease.internal.LeaseNotice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a journal file says.
 *
 * @param file where it is
 * @param opened who wrote it; empty when its first line is unreadable
 * @param open the leases that were not released
 * @param unreadable how many lines are torn or foreign
 */
public record JournalContents(Path file, Optional<JournalEntry.Opened> opened, List<OpenLease> open, int unreadable) {

    /**
     * A lease that was not released.
     *
     * @param lease how it was taken, with its latest expiry
     * @param services what was or would have been created under it
     */
    public record OpenLease(LeaseNotice lease, Set<String> services) {}

    public JournalContents {
        open = List.copyOf(open);
    }

    /** What these lines say. */
    public static JournalContents of(Path file, List<String> lines) {
        Optional<JournalEntry.Opened> opened = Optional.empty();
        Map<Long, LeaseNotice> leases = new LinkedHashMap<>();
        Map<Long, Set<String>> services = new LinkedHashMap<>();
        int unreadable = 0;
        for (String line : lines) {
            Optional<JournalEntry> entry = JournalLine.read(line);
            if (entry.isEmpty()) {
                unreadable++;
            } else if (entry.get() instanceof JournalEntry.Opened header) {
                opened = Optional.of(header);
            } else if (entry.get() instanceof JournalEntry.Acquired acquired) {
                leases.put(acquired.lease().id(), acquired.lease());
            } else if (entry.get() instanceof JournalEntry.Covered covered) {
                services.computeIfAbsent(covered.lease(), key -> new TreeSet<>())
                        .add(covered.service());
            } else if (entry.get() instanceof JournalEntry.Renewed renewed) {
                leases.computeIfPresent(renewed.lease(), (id, lease) -> until(lease, renewed.expires()));
            } else if (entry.get() instanceof JournalEntry.Released released) {
                leases.remove(released.lease());
            }
        }
        List<OpenLease> open = new ArrayList<>();
        leases.forEach((id, lease) -> open.add(new OpenLease(lease, Set.copyOf(services.getOrDefault(id, Set.of())))));
        return new JournalContents(file, opened, open, unreadable);
    }

    private static LeaseNotice until(LeaseNotice lease, Instant expires) {
        return new LeaseNotice(lease.id(), lease.project(), lease.wholeProject(), expires);
    }
}
