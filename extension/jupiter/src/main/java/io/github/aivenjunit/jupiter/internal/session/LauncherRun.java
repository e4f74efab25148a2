package io.github.aivenjunit.jupiter.internal.session;

import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.provision.AivenSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lasts as long as a launcher session, over all its plans: a session for each set of configuration parameters.
 * Opened when the first of our classes needs it. Thread-safe.
 */
public final class LauncherRun implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(LauncherRun.class);

    private final Map<Map<String, String>, OpenSession> sessions = new HashMap<>();

    private final List<PlanRun> plans = new ArrayList<>();

    private boolean closed;

    /** A session with the configuration it was opened with. */
    record OpenSession(Configuration configuration, AivenSession session) {}

    /**
     * Announces a plan that holds classes of ours.
     *
     * @param parameters its configuration parameters that are ours
     * @param lookup all its configuration parameters
     * @param announced its classes
     */
    public PlanRun begin(
            Map<String, String> parameters, Function<String, Optional<String>> lookup, PlanRun.Announcement announced) {
        PlanRun run = new PlanRun(() -> open(parameters, lookup, announced), announced);
        LauncherRuns.add(run);
        run.lookAhead();
        synchronized (this) {
            plans.removeIf(PlanRun::hasEnded);
            plans.add(run);
        }
        return run;
    }

    private synchronized OpenSession open(
            Map<String, String> parameters, Function<String, Optional<String>> lookup, PlanRun.Announcement announced) {
        if (closed) {
            throw new IllegalStateException("The launcher session is closed, so no session is opened in it.");
        }
        return sessions.computeIfAbsent(Map.copyOf(parameters), key -> {
            Configuration configuration = Configuration.standard(lookup);
            AivenSession session = AivenSession.open(configuration);
            // Before any class plans its project, so that the other forks hear of all of them. Later plans bring no
            // news.
            if (configuration.hasToken() && configuration.pace().lookahead() > 0) {
                configuration
                        .classQueue()
                        .ifPresent(queue -> session.lookAhead(
                                queue.module(), announced.forked().apply(queue)));
            }
            return new OpenSession(configuration, session);
        });
    }

    /**
     * Deletes what is left and reports. A failure is logged, and thrown only where {@code aiven.leaks} asks for it.
     */
    @Override
    public void close() {
        awaitPlans();
        closeSessions();
    }

    /** Their look-ahead still uses the sessions. */
    private void awaitPlans() {
        try {
            for (PlanRun plan : plans()) {
                plan.close();
                plan.awaitEnd();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<PlanRun> plans() {
        return List.copyOf(plans);
    }

    private synchronized void closeSessions() {
        closed = true;
        List<RuntimeException> failures = new ArrayList<>();
        for (OpenSession open : sessions.values()) {
            try {
                open.session().close();
            } catch (RuntimeException e) {
                logger.error("The session did not end as it should: {}", e.getMessage());
                failures.add(e);
            }
        }
        sessions.clear();
        failures.stream().findFirst().ifPresent(first -> {
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        });
    }
}
