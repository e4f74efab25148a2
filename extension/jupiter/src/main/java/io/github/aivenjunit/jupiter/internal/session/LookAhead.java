package io.github.aivenjunit.jupiter.internal.session;

import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.config.PaceConfig;
import io.github.aivenjunit.jupiter.internal.session.PlanRun.Candidate;
import io.github.aivenjunit.jupiter.internal.session.PlanRun.Declared;
import io.github.aivenjunit.provision.AivenSession;
import io.github.aivenjunit.provision.ProvisionedProject;
import io.github.aivenjunit.spec.ProjectSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins the projects of later classes while earlier ones test: a few at a time, in the order of the plan, the next one
 * when a class takes over its own. An optimisation and nothing else: a class that finds nothing here provisions for
 * itself. Thread-safe.
 */
final class LookAhead implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(LookAhead.class);

    private static final long PATIENCE_SECONDS = 30;

    private final Supplier<LauncherRun.OpenSession> opener;
    private final Window window = new Window();
    private Optional<ExecutorService> thread = Optional.empty();
    private boolean saidUnknownPrice;

    LookAhead(Supplier<LauncherRun.OpenSession> opener) {
        this.opener = opener;
    }

    /** Begins in the background and returns at once. */
    synchronized void begin(List<Candidate> candidates) {
        if (!candidates.isEmpty()) {
            ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
                Thread daemon = new Thread(work, "aiven-junit-lookahead");
                daemon.setDaemon(true);
                return daemon;
            });
            thread = Optional.of(worker);
            worker.execute(() -> start(candidates));
        }
    }

    Optional<ProvisionedProject> claim(String uniqueId, ProjectSpec spec) {
        Optional<Window.Begun> begun = window.take(uniqueId);
        fillLater();
        begun.filter(project -> !project.spec().equals(spec)).ifPresent(this::delete);
        return begun.filter(project -> project.spec().equals(spec)).map(Window.Begun::project);
    }

    /** Nobody will claim these. */
    void release(Predicate<String> ids) {
        Window.Dropped released = window.drop(ids);
        released.begun().forEach(this::delete);
        passOverLater(released.waiting());
        if (!released.begun().isEmpty()) {
            fillLater();
        }
    }

    @Override
    public void close() {
        List<Window.Begun> unclaimed = window.close();
        unclaimed.forEach(this::delete);
        worker().ifPresent(ExecutorService::shutdown);
    }

    /** Waits until nothing of it runs any more; for whoever closes what it uses. */
    void awaitEnd() throws InterruptedException {
        Optional<ExecutorService> worker = worker();
        while (worker.isPresent() && !worker.get().awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            logger.info("Waiting for the look-ahead of a plan that has ended");
        }
    }

    boolean hasEnded() {
        return worker().filter(worker -> !worker.isTerminated()).isEmpty();
    }

    private synchronized Optional<ExecutorService> worker() {
        return thread;
    }

    private void fillLater() {
        if (window.hasRoom()) {
            later(this::fill);
        }
    }

    /** Another fork may have begun something for them. */
    private void passOverLater(List<Window.Waiting> unneeded) {
        if (!unneeded.isEmpty()) {
            later(() -> passOver(unneeded));
        }
    }

    private void later(Runnable work) {
        try {
            worker().ifPresent(worker -> worker.execute(work));
        } catch (RejectedExecutionException e) {
            logger.debug("The plan has ended before that", e);
        }
    }

    private void passOver(List<Window.Waiting> unneeded) {
        for (Window.Waiting waiting : unneeded) {
            try {
                opener.get().session().passOver(waiting.name(), waiting.spec());
            } catch (RuntimeException e) {
                logger.debug("What was begun for {} stays until the session of its fork ends", waiting.name(), e);
            }
        }
    }

    private void start(List<Candidate> candidates) {
        try {
            LauncherRun.OpenSession open = opener.get();
            PaceConfig pace = open.configuration().pace();
            List<Window.Waiting> wanted = wanted(candidates, open.configuration());
            if (!wanted.isEmpty()) {
                open.session().warmUp(homes(wanted));
                passOver(window.open(pace.lookahead(), wanted));
                fill();
            }
        } catch (RuntimeException e) {
            // The class that comes first meets the same trouble, and there it is reported.
            logger.debug("Nothing is looked ahead for", e);
        }
    }

    private static List<Window.Waiting> wanted(List<Candidate> candidates, Configuration configuration) {
        boolean token = configuration.hasToken();
        boolean allWantToken = configuration.disabledWithoutToken().orElse(false);
        List<Window.Waiting> wanted = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Optional<Declared> declared = declared(candidate);
            declared.filter(found -> token || !(allWantToken || found.disabledWithoutToken()))
                    .ifPresent(found ->
                            wanted.add(new Window.Waiting(candidate.uniqueId(), candidate.name(), found.spec())));
        }
        return wanted;
    }

    private static Optional<Declared> declared(Candidate candidate) {
        try {
            return candidate.declaration().get();
        } catch (RuntimeException e) {
            logger.debug("{} declares what cannot be used; it says so when it runs", candidate.name(), e);
            return Optional.empty();
        }
    }

    /** A run has few homes and many classes: those of the first ones are enough. */
    private static List<ProjectSpec> homes(List<Window.Waiting> wanted) {
        return wanted.stream().map(Window.Waiting::spec).limit(1).toList();
    }

    private void fill() {
        AivenSession session = opener.get().session();
        Optional<BigDecimal> limit = opener.get().configuration().pace().lookaheadPrice();
        for (Optional<Window.Waiting> next = window.next(); next.isPresent(); next = window.next()) {
            Window.Waiting waiting = next.get();
            try {
                BigDecimal price = limit.isPresent() ? price(session, waiting.spec()) : BigDecimal.ZERO;
                if (limit.isPresent() && price.compareTo(limit.get()) > 0) {
                    logger.debug("{} alone is above aiven.lookahead.price and is not looked ahead for", waiting.name());
                    window.skip(waiting);
                } else if (!window.begin(waiting, price, limit, spec -> session.plan(waiting.name(), spec))) {
                    return;
                }
            } catch (RuntimeException e) {
                logger.debug("The project of {} is not begun ahead; the class tries it itself", waiting.name(), e);
                window.skip(waiting);
            }
        }
    }

    private BigDecimal price(AivenSession session, ProjectSpec spec) {
        Optional<BigDecimal> price = session.hourlyPrice(spec);
        if (price.isEmpty() && !saidUnknownPrice) {
            saidUnknownPrice = true;
            logger.debug("Some plans have no known price; they count as nothing against aiven.lookahead.price");
        }
        return price.orElse(BigDecimal.ZERO);
    }

    private void delete(Window.Begun begun) {
        logger.info("The project begun for {} is not needed and is deleted", begun.name());
        opener.get().session().deleteInBackground(begun.project(), begun.name());
    }
}
