package io.github.aivenjunit.timeline.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What happened in a run, in times since its origin. Immutable.
 *
 * @param run the test run
 * @param forks how many JVMs took part
 * @param origin when it began, by the clock
 * @param length until its end
 */
record Timeline(
        String run,
        int forks,
        Instant origin,
        Duration length,
        List<PlatformSpan> platforms,
        List<ClassSpan> classes,
        Requests requests) {

    Timeline {
        platforms = List.copyOf(platforms);
        classes = List.copyOf(classes);
    }

    Instant end() {
        return origin.plus(length);
    }

    /** Whether nothing of it was on Aiven. */
    boolean emulated() {
        return platforms.stream().allMatch(PlatformSpan::emulated);
    }

    /** The classes that got a platform, by its id. */
    Map<Integer, List<ClassSpan>> users() {
        return classes.stream()
                .filter(user -> user.platform().isPresent())
                .collect(Collectors.groupingBy(user -> user.platform().orElseThrow()));
    }

    /** The forks of one build as one run that began with the first of them. */
    static Timeline merged(List<Timeline> forks) {
        Instant origin = forks.stream()
                .map(Timeline::origin)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Instant end =
                forks.stream().map(Timeline::end).max(Comparator.naturalOrder()).orElse(origin);
        int width =
                forks.stream().mapToInt(fork -> fork.requests().width()).max().orElse(1);
        List<PlatformSpan> platforms = new ArrayList<>();
        List<ClassSpan> classes = new ArrayList<>();
        Requests requests = new Requests(width, Requests.none().counts());
        int jvms = 0;
        int firstId = 0;
        for (Timeline fork : forks) {
            Duration shift = Duration.between(origin, fork.origin());
            int first = firstId;
            fork.platforms().forEach(platform -> platforms.add(platform.later(shift, first)));
            fork.classes().forEach(lane -> classes.add(lane.later(shift, first)));
            requests = requests.plus(fork.requests().later(shift, width));
            jvms += fork.forks();
            firstId +=
                    fork.platforms().stream().mapToInt(PlatformSpan::id).max().orElse(-1) + 1;
        }
        platforms.sort(Comparator.comparing(PlatformSpan::begun));
        classes.sort(Comparator.comparing(ClassSpan::asked));
        return new Timeline(
                forks.isEmpty() ? "" : forks.get(0).run(),
                jvms,
                origin,
                Duration.between(origin, end),
                platforms,
                classes,
                requests);
    }
}
