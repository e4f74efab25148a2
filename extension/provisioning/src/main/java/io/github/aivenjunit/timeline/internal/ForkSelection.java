package io.github.aivenjunit.timeline.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Picks what belongs to one build. A build of its own process (Maven) is told by that alone; a daemon or an IDE starts
 * builds all day, and there what is long over, or has run a class that has run again, belongs to an earlier one.
 */
final class ForkSelection {

    private static final Duration LONGEST_GAP = Duration.ofMinutes(5);

    private ForkSelection() {}

    /** The timelines that belong to the same build as the last of them. */
    static List<Timeline> lastBuild(List<Timeline> all) {
        List<Timeline> newestFirst = all.stream()
                .sorted(Comparator.comparing(Timeline::end).reversed())
                .toList();
        List<Timeline> build = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Instant begun = Instant.MAX;
        for (Timeline fork : newestFirst) {
            List<String> classes =
                    fork.classes().stream().map(ClassSpan::name).distinct().toList();
            boolean longOver = !build.isEmpty() && fork.end().plus(LONGEST_GAP).isBefore(begun);
            if (longOver || classes.stream().anyMatch(seen::contains)) {
                break;
            }
            build.add(fork);
            seen.addAll(classes);
            begun = fork.origin().isBefore(begun) ? fork.origin() : begun;
        }
        return build;
    }
}
