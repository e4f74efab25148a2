package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.config.PaceConfig;
import io.github.aivenjunit.provision.ForkClass;
import io.github.aivenjunit.readiness.internal.Poller;
import io.github.aivenjunit.share.internal.BuildForks;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.Scope;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins the projects of classes that other forks of the build will run, which have one class at a time from the build
 * tool, and lets go of each as soon as the fork that runs the class has its own lease. Thread-safe.
 */
final class ForkLookAhead implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(ForkLookAhead.class);

    /** What the other forks have done is in a small file, and a fork that deletes waits until this one has seen it. */
    private static final Duration LOOKS = Duration.ofMillis(50);

    /** Each takes a lock that all forks share. */
    private static final Duration FILLS = Duration.ofMillis(250);

    /** How long a fork that waits for a project may take to come for it, once it is ready. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The build tool may have given the last classes to other forks a moment ago. */
    private static final Duration ARRIVAL = Duration.ofSeconds(5);

    private final Provisioner session;
    private final Map<String, ForkedProject> begun = new LinkedHashMap<>();
    private final Deque<ForkClass> waiting = new ArrayDeque<>();
    private Optional<Announced> announced = Optional.empty();
    private Optional<ScheduledExecutorService> timer = Optional.empty();
    private boolean closed;

    /** What the forks have in common. */
    private record Announced(String module, PaceConfig pace) {}

    ForkLookAhead(Provisioner session) {
        this.session = session;
    }

    /** Begins in the background and returns at once. Only the first call counts. */
    synchronized void begin(String module, List<ForkClass> classes, PaceConfig pace) {
        if (announced.isEmpty() && !closed) {
            announced = Optional.of(new Announced(module, pace));
            waiting.addAll(classes);
            ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(session.threads());
            timer = Optional.of(looks);
            ScheduledFuture<?> unusedFill =
                    looks.scheduleWithFixedDelay(() -> quietly(this::fill), 0, FILLS.toMillis(), TimeUnit.MILLISECONDS);
            ScheduledFuture<?> unusedLook =
                    looks.scheduleWithFixedDelay(() -> quietly(this::look), 0, LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Whether forks hand such a project over. */
    synchronized boolean handles(AivenConfig config) {
        return announced.isPresent()
                && config.token().isPresent()
                && config.scope() == Scope.CLASS
                && config.existing().isEmpty();
    }

    /** Where the forks meet for a class; opens the journal. */
    ForkPlace place(String className, ProjectSpec spec, AivenConfig config) {
        String module = announced().module();
        String run = session.commonRun(config);
        Home home = session.home(config);
        // First of all, because a session without a journal counts as dead.
        session.book(home, config);
        return new ForkPlace(
                new BuildForks(session.journal(), SpecKey.of(run, module)),
                SpecKey.of(SpecKey.of(run, module, className), config, spec),
                String.valueOf(session.journalOf(home).getFileName()));
    }

    private synchronized Announced announced() {
        return announced.orElseThrow(
                () -> new IllegalStateException("This session does not look ahead. Call lookAhead first."));
    }

    /** What this session has begun for a class that it runs itself; empty when it has just let go of it. */
    synchronized Optional<Provisioning> takeBack(ForkPlace place) {
        return Optional.ofNullable(begun.remove(place.key())).map(ForkedProject::project);
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            logger.debug("Nothing is looked ahead for in other forks", e);
        }
    }

    private void look() {
        all().forEach(this::letGo);
        if (isIdle()) {
            timer().ifPresent(ScheduledExecutorService::shutdown);
        }
    }

    private synchronized boolean isIdle() {
        return waiting.isEmpty() && begun.isEmpty();
    }

    private synchronized List<ForkedProject> all() {
        return List.copyOf(begun.values());
    }

    private synchronized Optional<ScheduledExecutorService> timer() {
        return timer;
    }

    private synchronized Optional<ForkClass> next() {
        return closed ? Optional.empty() : Optional.ofNullable(waiting.peek());
    }

    private synchronized void done(ForkClass candidate) {
        waiting.remove(candidate);
    }

    /** Does so when the project's fate is somebody else's, or decided. */
    private void letGo(ForkedProject ahead) {
        BuildForks.Claim claim = ahead.place().claim();
        boolean decided = claim == BuildForks.Claim.JOINED || claim == BuildForks.Claim.UNWANTED;
        if ((decided || ahead.hasFailed()) && ahead.beginToLeave()) {
            // A deletion takes its time, and other forks wait for what comes after it.
            session.executor().execute(() -> leave(ahead));
        }
    }

    private void leave(ForkedProject ahead) {
        ahead.leave();
        remove(ahead);
    }

    private synchronized void remove(ForkedProject ahead) {
        begun.remove(ahead.place().key());
    }

    private void fill() {
        for (Optional<ForkClass> next = next(); next.isPresent(); next = next()) {
            ForkClass candidate = next.get();
            try {
                if (!begin(candidate)) {
                    return;
                }
            } catch (RuntimeException e) {
                logger.debug("The project of {} is not begun ahead; the class tries it itself", candidate.name(), e);
            }
            done(candidate);
        }
    }

    /** Tells whether the next one can be tried. */
    private boolean begin(ForkClass candidate) {
        Optional<ProjectSpec> spec = candidate.spec().get();
        Optional<AivenConfig> config = spec.map(session::resolve).filter(this::handles);
        if (config.isEmpty()) {
            return true;
        }
        Optional<BigDecimal> limit = announced().pace().lookaheadPrice();
        if (limit.filter(most -> price(spec.get()).compareTo(most) > 0).isPresent()) {
            logger.debug("{} alone is above aiven.lookahead.price and is not looked ahead for", candidate.name());
            return true;
        }
        if (limit.filter(most -> together(spec.get()).compareTo(most) > 0).isPresent()) {
            return false;
        }
        ForkPlace place = place(candidate.name(), spec.get(), config.get());
        synchronized (this) {
            if (closed) {
                return false;
            }
            BuildForks.Beginning beginning = place.begin(announced().pace().lookahead());
            if (beginning == BuildForks.Beginning.BEGUN) {
                logger.info("The project of {} is begun for whichever fork runs the class", candidate.name());
                Provisioning project = session.provisioning(spec.get(), config.get(), Optional.empty());
                begun.put(place.key(), ForkedProject.begin(candidate.name(), place, project, session.executor()));
            }
            return beginning != BuildForks.Beginning.FULL;
        }
    }

    /** Each fork counts what it has begun itself. */
    private BigDecimal together(ProjectSpec next) {
        return all().stream().map(ahead -> price(ahead.project().spec())).reduce(price(next), BigDecimal::add);
    }

    private BigDecimal price(ProjectSpec spec) {
        return session.hourlyPrice(spec).orElse(BigDecimal.ZERO);
    }

    /** Leaves what other forks have come for to them; the rest is for the session to delete. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
        }
        try {
            stopLooking();
            Optional<Boolean> unused = new Poller(LOOKS).until(ARRIVAL, this::allExpected);
            List<String> unclaimed = new ArrayList<>();
            boolean settled = false;
            while (!settled) {
                boolean creating = all().stream().anyMatch(ForkedProject::isCreating);
                settled = new Poller(LOOKS)
                                .until(PATIENCE, () -> settle(unclaimed))
                                .isPresent()
                        || !creating;
            }
            if (!unclaimed.isEmpty()) {
                logger.warn(
                        "No fork of this build has run {}, whose projects were begun ahead and are deleted now. If the"
                                + " build leaves out classes on purpose, set aiven.lookahead=off, or leave"
                                + " aiven-junit-index out.",
                        String.join(", ", unclaimed));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopLooking() throws InterruptedException {
        Optional<ScheduledExecutorService> looks = timer();
        if (looks.isPresent()) {
            looks.get().shutdown();
            while (!looks.get().awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                logger.info("Waiting until no project is begun ahead any more");
            }
        }
    }

    private Optional<Boolean> allExpected() {
        all().forEach(this::letGo);
        return all().stream().anyMatch(ahead -> ahead.place().claim() == BuildForks.Claim.NONE)
                ? Optional.empty()
                : Optional.of(true);
    }

    private Optional<Boolean> settle(List<String> unclaimed) {
        for (ForkedProject ahead : all()) {
            letGo(ahead);
            if (!ahead.isLeaving() && ahead.place().withdraw()) {
                unclaimed.add(ahead.className());
                remove(ahead);
            }
        }
        return isIdle() ? Optional.of(true) : Optional.empty();
    }

    /** Removes the traces of builds that are over; after this session's journals are closed. */
    void tidy() {
        if (announcedOnce()) {
            session.partners().tidy();
        }
    }

    private synchronized boolean announcedOnce() {
        return announced.isPresent();
    }
}
