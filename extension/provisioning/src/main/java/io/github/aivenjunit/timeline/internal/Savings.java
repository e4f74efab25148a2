package io.github.aivenjunit.timeline.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The waits of a run. Without look-ahead and sharing every class would wait for a platform of its own; what it waited
 * less is saved.
 *
 * @param provisioning the time in which platforms became usable, one after another
 * @param waited what classes waited
 * @param byLookAhead saved by the first user of each platform, because it was begun before the class asked
 * @param bySharing saved by every further user
 */
record Savings(Duration provisioning, Duration waited, Duration byLookAhead, Duration bySharing) {

    static Savings of(Timeline timeline) {
        Map<Integer, List<ClassSpan>> users = timeline.users();
        Duration provisioning = Duration.ZERO;
        Duration ahead = Duration.ZERO;
        Duration shared = Duration.ZERO;
        for (PlatformSpan platform : timeline.platforms()) {
            Duration needed = platform.provisioning().orElse(Duration.ZERO);
            provisioning = provisioning.plus(needed);
            List<Duration> waits = users.getOrDefault(platform.id(), List.of()).stream()
                    .sorted(Comparator.comparing(ClassSpan::asked))
                    .flatMap(user -> user.waited().stream())
                    .toList();
            for (int i = 0; i < waits.size(); i++) {
                Duration saved = needed.minus(waits.get(i));
                if (!saved.isNegative() && i == 0) {
                    ahead = ahead.plus(saved);
                } else if (!saved.isNegative()) {
                    shared = shared.plus(saved);
                }
            }
        }
        Duration waited = timeline.classes().stream()
                .flatMap(user -> user.waited().stream())
                .reduce(Duration.ZERO, Duration::plus);
        return new Savings(provisioning, waited, ahead, shared);
    }

    Duration saved() {
        return byLookAhead.plus(bySharing);
    }
}
