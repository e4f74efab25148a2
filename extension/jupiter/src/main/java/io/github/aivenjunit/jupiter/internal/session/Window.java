package io.github.aivenjunit.jupiter.internal.session;

import io.github.aivenjunit.provision.ProvisionedProject;
import io.github.aivenjunit.spec.ProjectSpec;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The classes that wait for their turn, and those whose projects are begun and not yet taken over. A class that has come
 * by itself, or has ended, is never begun any more. Thread-safe.
 */
final class Window {

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Map<String, Begun> begun = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<Predicate<String>> dropped = new ArrayList<>();
    private int size;
    private boolean opened;
    private boolean closed;

    record Waiting(String uniqueId, String name, ProjectSpec spec) {}

    record Begun(String name, ProjectSpec spec, ProvisionedProject project, BigDecimal price) {}

    /** What nobody needs any more: projects that are begun, and classes that were waiting. */
    record Dropped(List<Begun> begun, List<Waiting> waiting) {}

    /** Returns those that have been dropped meanwhile. */
    synchronized List<Waiting> open(int room, List<Waiting> all) {
        opened = true;
        size = room;
        all.stream().filter(candidate -> !isOver(candidate.uniqueId())).forEach(waiting::add);
        List<Waiting> gone = all.stream()
                .filter(candidate -> !taken.contains(candidate.uniqueId()) && isDropped(candidate.uniqueId()))
                .toList();
        taken.clear();
        dropped.clear();
        return gone;
    }

    synchronized boolean hasRoom() {
        return !closed && !waiting.isEmpty() && begun.size() < size;
    }

    /** The first that waits, which it still does; empty when the window is full. */
    synchronized Optional<Waiting> next() {
        return hasRoom() ? Optional.of(waiting.getFirst()) : Optional.empty();
    }

    /** Never mind this one. */
    synchronized void skip(Waiting unwanted) {
        waiting.remove(unwanted);
    }

    /** Begins it, unless it has gone meanwhile. Tells whether the next one can be tried: not when the price is reached. */
    synchronized boolean begin(
            Waiting candidate,
            BigDecimal price,
            Optional<BigDecimal> limit,
            Function<ProjectSpec, ProvisionedProject> plan) {
        if (!waiting.contains(candidate)) {
            return true;
        }
        BigDecimal together = begun.values().stream().map(Begun::price).reduce(price, BigDecimal::add);
        if (limit.filter(most -> together.compareTo(most) > 0).isPresent()) {
            return false;
        }
        ProvisionedProject project = plan.apply(candidate.spec());
        project.begin();
        waiting.remove(candidate);
        begun.put(candidate.uniqueId(), new Begun(candidate.name(), candidate.spec(), project, price));
        return true;
    }

    /** A class takes over what was begun for it, or goes its own way. */
    synchronized Optional<Begun> take(String uniqueId) {
        if (!opened) {
            taken.add(uniqueId);
        }
        waiting.removeIf(candidate -> candidate.uniqueId().equals(uniqueId));
        return Optional.ofNullable(begun.remove(uniqueId));
    }

    /** These will not run, or not again. */
    synchronized Dropped drop(Predicate<String> ids) {
        if (!opened) {
            dropped.add(ids);
        }
        List<Waiting> left = waiting.stream()
                .filter(candidate -> ids.test(candidate.uniqueId()))
                .toList();
        waiting.removeAll(left);
        List<String> gone = begun.keySet().stream().filter(ids).toList();
        return new Dropped(gone.stream().map(begun::remove).toList(), left);
    }

    synchronized List<Begun> close() {
        closed = true;
        waiting.clear();
        List<Begun> unclaimed = List.copyOf(begun.values());
        begun.clear();
        return unclaimed;
    }

    private boolean isOver(String uniqueId) {
        return closed || taken.contains(uniqueId) || isDropped(uniqueId);
    }

    private boolean isDropped(String uniqueId) {
        return dropped.stream().anyMatch(ids -> ids.test(uniqueId));
    }
}
