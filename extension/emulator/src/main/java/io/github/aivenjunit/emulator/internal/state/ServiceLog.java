package io.github.aivenjunit.emulator.internal.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the nodes of a service logged. An offset is the number of an entry, counted from 0. */
public final class ServiceLog {

    private static final int KEPT = 10_000;

    private final List<Entry> entries = new ArrayList<>();

    void add(Instant time, String unit, String message) {
        if (entries.size() < KEPT) {
            entries.add(new Entry(time, unit, message));
        }
    }

    public int size() {
        return entries.size();
    }

    /** The entries from one offset to before another, both cut to what exists. */
    public List<Entry> between(int from, int to) {
        int begin = Math.max(0, Math.min(from, entries.size()));
        return List.copyOf(entries.subList(begin, Math.max(begin, Math.min(to, entries.size()))));
    }

    /** A line of the log. */
    public record Entry(Instant time, String unit, String message) {}
}
