package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.client.model.NodeState;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceState;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.readiness.Readiness;
import io.github.aivenjunit.readiness.Rung;
import io.github.aivenjunit.readiness.ServiceNotReadyException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Climbs from created to usable for one service. One instance for one wait; used by one thread. */
public final class ReadinessLadder {

    private static final Logger logger = LoggerFactory.getLogger(ReadinessLadder.class);

    /** CI systems end jobs that are silent for ten minutes; people get nervous after half of one. */
    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(25);

    private final ServiceWatch watch;
    private final ServiceWatch.Observer observer;
    private final Pollers pollers;
    private final WaitDisplay display;
    private final Climb climb;
    private final Map<Rung, Duration> times = new EnumMap<>(Rung.class);
    private final long startedNanos = System.nanoTime();
    private long lastProgressNanos = startedNanos;
    private long lastLookNanos = startedNanos;
    private long notRunningNanos = startedNanos;
    private long runningNanos = startedNanos;
    private boolean wasSeen;
    private String state = "unknown";
    private String problem = "none";

    /**
     * What is climbed.
     *
     * @param service the service's name
     * @param type its type
     * @param timeout the time for all rungs together
     * @param forecast what is known of the wait
     * @param hopeless says why waiting is in vain; empty while it is not
     * @param whereToLook ends the message of a failure: recent events, the console, which setting to change
     */
    public record Climb(
            String service,
            String type,
            Duration timeout,
            Forecast forecast,
            Supplier<Optional<String>> hopeless,
            Evidence whereToLook) {}

    /** Collected only when a wait has failed. */
    @FunctionalInterface
    public interface Evidence {
        String collect();
    }

    public ReadinessLadder(ServiceWatch watch, Pollers pollers, WaitDisplay display, Climb climb) {
        this.watch = watch;
        this.observer = watch.observe(climb.service(), climb.forecast().curve());
        this.pollers = pollers;
        this.display = display;
        this.climb = climb;
    }

    /** Waits until the API reports {@code RUNNING} and returns the service as it was then. */
    public Service awaitRunning() throws InterruptedException {
        long rungStarted = System.nanoTime();
        Optional<Service> running = Optional.empty();
        try {
            while (running.isEmpty() && elapsed().compareTo(climb.timeout()) < 0) {
                running = running(observer.next(patience()));
                if (running.isEmpty()) {
                    reportProgress(Rung.API_STATE);
                }
            }
            if (running.isEmpty()) {
                running = running(observer.glance(Duration.ZERO));
            }
        } finally {
            observer.leave();
            display.done(climb.service());
        }
        passed(Rung.API_STATE, rungStarted);
        return running.orElseThrow(() -> notPassed(Rung.API_STATE));
    }

    /** When the API began to report {@code RUNNING}, as far as the looks before and after tell. */
    public Duration runningAfter() {
        return Duration.ofNanos((notRunningNanos - startedNanos + runningNanos - startedNanos) / 2);
    }

    /** Climbs the rungs of the type's probe. */
    public void awaitUsable(ServiceProbe probe, Service service, CaCertificate ca) throws InterruptedException {
        for (ServiceProbe.Step step : probe.steps(service, ca)) {
            onRung(pollers.probes(), step.rung(), () -> attempt(step));
        }
    }

    /** Waits for something inside the service that was declared. */
    public void awaitResource(Callable<Boolean> exists) throws InterruptedException {
        onRung(pollers.requests(), Rung.RESOURCES, () -> exists.call() ? Optional.of(true) : Optional.empty());
    }

    public Readiness readiness() {
        return new Readiness(times);
    }

    private Optional<Boolean> attempt(ServiceProbe.Step step) throws InterruptedException {
        try {
            step.attempt().run();
            return Optional.of(true);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            problem = e.getClass().getSimpleName() + ": " + e.getMessage();
            logger.debug("Service {} has not passed {} yet", climb.service(), step.rung(), e);
            // The state changes rarely by now, and each look costs a request.
            if (System.nanoTime() - lastLookNanos >= watch.recheck().toNanos()) {
                Optional<Service> still =
                        service(observer.glance(watch.recheck().dividedBy(2)));
                logger.debug(
                        "Service {} is {}",
                        climb.service(),
                        still.map(ReadinessLadder::describe).orElse("hidden"));
            }
            return Optional.empty();
        }
    }

    private Optional<Service> running(ServiceWatch.Sight sight) {
        Optional<Service> seen = service(sight);
        if (seen.isEmpty()) {
            return seen;
        }
        boolean isRunning = seen.get().state().equals(ServiceState.RUNNING);
        if (isRunning) {
            runningNanos = lastLookNanos;
        } else {
            notRunningNanos = lastLookNanos;
        }
        return seen.filter(service -> isRunning);
    }

    /** The service as it was seen; gives up where waiting cannot help. */
    private Optional<Service> service(ServiceWatch.Sight sight) {
        if (sight instanceof ServiceWatch.Sight.Pending) {
            return Optional.empty();
        }
        lastLookNanos = System.nanoTime();
        if (sight instanceof ServiceWatch.Sight.Seen seen) {
            Service service = seen.service();
            wasSeen = true;
            state = describe(service);
            climb.hopeless().get().ifPresent(reason -> {
                throw failed("will never be usable (" + reason + ")");
            });
            if (service.state().equals(ServiceState.POWEROFF)) {
                throw failed("was powered off while we waited for it");
            }
            return Optional.of(service);
        }
        if (sight instanceof ServiceWatch.Sight.Hidden hidden) {
            problem = String.valueOf(hidden.problem().getMessage());
        } else if (wasSeen) {
            throw failed("was deleted while we waited for it");
        }
        return Optional.empty();
    }

    private <T> T onRung(Poller poller, Rung rung, Callable<Optional<T>> attempt) throws InterruptedException {
        long rungStarted = System.nanoTime();
        try {
            Optional<T> result = poller.until(remaining(), () -> {
                Optional<T> outcome = attempt.call();
                if (outcome.isEmpty()) {
                    reportProgress(rung);
                }
                return outcome;
            });
            passed(rung, rungStarted);
            return result.orElseThrow(() -> notPassed(rung));
        } finally {
            display.done(climb.service());
        }
    }

    private void passed(Rung rung, long startedNanos) {
        times.merge(rung, Duration.ofNanos(System.nanoTime() - startedNanos), Duration::plus);
    }

    private ServiceNotReadyException notPassed(Rung rung) {
        return failed("was not usable after " + seconds(elapsed()) + ": it did not pass the step " + rung
                + ", last problem " + problem);
    }

    /** Until there is something to report. */
    private Duration patience() {
        Duration quiet = PROGRESS_INTERVAL
                .minusNanos(System.nanoTime() - lastProgressNanos)
                .plusMillis(1);
        Duration tick = display.interval()
                .filter(interval -> interval.compareTo(quiet) < 0)
                .orElse(quiet);
        return tick.compareTo(remaining()) < 0 ? tick : remaining();
    }

    private Duration remaining() {
        Duration left = climb.timeout().minus(elapsed());
        return left.isNegative() || left.isZero() ? Duration.ofMillis(1) : left;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    private void reportProgress(Rung rung) {
        long now = System.nanoTime();
        display.show(
                climb.service(),
                state + " " + elapsed().toSeconds() + " s" + climb.forecast().text());
        if (now - lastProgressNanos >= PROGRESS_INTERVAL.toNanos()) {
            lastProgressNanos = now;
            logger.info(
                    "Waiting for {} service {}: {}, at step {} after {} of at most {}{}",
                    climb.type(),
                    climb.service(),
                    state,
                    rung,
                    seconds(elapsed()),
                    seconds(climb.timeout()),
                    climb.forecast().text());
        }
    }

    private ServiceNotReadyException failed(String what) {
        return new ServiceNotReadyException("Service '" + climb.service() + "' (" + climb.type() + ") " + what
                + ". Last state: " + state + ". " + climb.whereToLook().collect());
    }

    private static String describe(Service service) {
        if (service.nodeStates().isEmpty()) {
            return service.state().value();
        }
        return service.state().value()
                + service.nodeStates().stream()
                        .map(ReadinessLadder::describe)
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String describe(NodeState node) {
        return node.name() + " " + node.state();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
