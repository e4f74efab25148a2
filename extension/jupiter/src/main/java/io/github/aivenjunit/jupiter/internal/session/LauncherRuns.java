package io.github.aivenjunit.jupiter.internal.session;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The plans that launchers of this JVM execute right now: the way from the launcher to the extension. A run of JUnit
 * without a launcher, such as one of its test kit, finds nothing of its own here. Thread-safe.
 */
public final class LauncherRuns {

    // JUnit 5.12 has no store that outlives a plan, and no other link between its launcher and an extension.
    private static final Set<PlanRun> EXECUTING = ConcurrentHashMap.newKeySet();

    private LauncherRuns() {}

    static void add(PlanRun run) {
        EXECUTING.add(run);
    }

    static void remove(PlanRun run) {
        EXECUTING.remove(run);
    }

    /** The plan that has started this very class, and not ended it. */
    public static Optional<PlanRun> executing(String uniqueId, Class<?> testClass) {
        return EXECUTING.stream()
                .filter(run -> run.isExecuting(uniqueId, testClass))
                .findFirst();
    }

    /** Whether a plan holds this very class and no test of it that will run. */
    public static boolean isIdle(String uniqueId, Class<?> testClass) {
        return EXECUTING.stream().anyMatch(run -> run.isIdle(uniqueId, testClass));
    }
}
