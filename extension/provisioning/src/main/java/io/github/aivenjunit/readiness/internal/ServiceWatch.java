package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the API says about the services of one project, asked with one list call for all who wait. Thread-safe.
 *
 * <p>Whoever waits when a look is due asks; the others wait for that answer. A failure is an answer, too: nobody asks
 * again before the next look is due.
 */
public final class ServiceWatch {

    private final AivenClient client;
    private final String project;
    private final Pacing pacing;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Set<Observer> observers = ConcurrentHashMap.newKeySet();
    private Snapshot latest = new Snapshot(List.of(), Optional.empty(), System.nanoTime(), 0);
    private boolean isAsking;
    private Optional<Long> dueNanos = Optional.empty();

    /** An answer or a failure, with the moment it was asked for and its number. */
    private record Snapshot(List<Service> services, Optional<AivenApiException> problem, long askedNanos, long number) {

        Optional<Service> service(String name) {
            return services.stream()
                    .filter(candidate -> candidate.serviceName().equals(name))
                    .findFirst();
        }
    }

    public ServiceWatch(AivenClient client, String project, Pacing pacing) {
        this.client = client;
        this.project = project;
        this.pacing = pacing;
    }

    /** What one look showed: the service, or the problem that hid it. */
    public sealed interface Sight {

        record Seen(Service service) implements Sight {}

        record Missing() implements Sight {}

        /** The API did not answer properly. It may next time. */
        record Hidden(AivenApiException problem) implements Sight {}

        /** There was no look yet. */
        record Pending() implements Sight {}
    }

    /**
     * Begins to watch a service that has just been created or changed: answers from before do not count.
     *
     * @param curve when it is likely to be ready, where that is known
     */
    public Observer observe(String service, Optional<BuildCurve> curve) {
        lock.lock();
        try {
            return new Observer(service, curve, latest.number());
        } finally {
            lock.unlock();
        }
    }

    /** One who waits for one service. Used by one thread. */
    public final class Observer {

        private final String service;
        private final Optional<BuildCurve> curve;
        private final long sinceNanos = System.nanoTime();
        private final long firstNumber;
        private long seenNumber;

        private Observer(String service, Optional<BuildCurve> curve, long firstNumber) {
            this.service = service;
            this.curve = curve;
            this.firstNumber = firstNumber;
        }

        /**
         * What the next look shows, which is one that this observer has not seen yet.
         *
         * @return {@link Sight.Pending} when none was due in time
         * @throws AivenApiException for answers that waiting does not change, such as a rejected token
         */
        public Sight next(Duration atMost) throws InterruptedException {
            long deadline = System.nanoTime() + atMost.toNanos();
            lock.lockInterruptibly();
            try {
                if (observers.add(this)) {
                    reschedule();
                }
                while (!isNews(latest)) {
                    long now = System.nanoTime();
                    if (!isAsking && due() - now <= 0) {
                        ask();
                    } else if (deadline - now <= 0) {
                        return new Sight.Pending();
                    } else {
                        long until = isAsking ? deadline - now : Math.min(deadline - now, due() - now);
                        news.awaitNanos(Math.max(1, until));
                    }
                }
                return sight();
            } finally {
                lock.unlock();
            }
        }

        /** What a look showed that is no older than this; asks when there was none, whether one is due or not. */
        public Sight glance(Duration oldest) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long asked = System.nanoTime();
                while (latest.number() == 0
                        || latest.askedNanos() - sinceNanos < 0
                        || latest.askedNanos() + oldest.toNanos() - asked < 0) {
                    if (isAsking) {
                        news.await();
                    } else {
                        ask();
                    }
                }
                return sight();
            } finally {
                lock.unlock();
            }
        }

        /** Waits no longer, so that nobody asks for it. */
        public void leave() {
            lock.lock();
            try {
                if (observers.remove(this)) {
                    reschedule();
                    if (observers.isEmpty()) {
                        pacing.idle();
                    }
                }
            } finally {
                lock.unlock();
            }
        }

        private boolean isNews(Snapshot snapshot) {
            return snapshot.number() > seenNumber && snapshot.askedNanos() - sinceNanos >= 0;
        }

        private Sight sight() {
            seenNumber = latest.number();
            if (latest.problem().isPresent()) {
                AivenApiException problem = latest.problem().get();
                if (mayPass(problem)) {
                    return new Sight.Hidden(problem);
                }
                throw problem;
            }
            return latest.service(service).<Sight>map(Sight.Seen::new).orElseGet(Sight.Missing::new);
        }

        private Pacing.Building building(long atNanos) {
            return new Pacing.Building(
                    curve, Duration.ofNanos(Math.max(0, atNanos - sinceNanos)), (int) (latest.number() - firstNumber));
        }

        private boolean isWaiting() {
            return latest.service(service)
                    .map(seen -> !seen.state().equals(ServiceState.RUNNING))
                    .orElse(true);
        }
    }

    /** How old a look may be that shows whether a service that does not answer is still there. */
    Duration recheck() {
        return pacing.recheck();
    }

    /** Asks without the lock, and lets everybody have what came of it. */
    private void ask() {
        isAsking = true;
        long asked = System.nanoTime();
        lock.unlock();
        Optional<Snapshot> answer = Optional.empty();
        try {
            answer = Optional.of(new Snapshot(client.services().list(project), Optional.empty(), asked, 0));
        } catch (AivenApiException.Interrupted e) {
            throw e;
        } catch (AivenApiException e) {
            answer = Optional.of(new Snapshot(List.of(), Optional.of(e), asked, 0));
        } finally {
            lock.lock();
            isAsking = false;
            answer.ifPresent(given ->
                    latest = new Snapshot(given.services(), given.problem(), given.askedNanos(), latest.number() + 1));
            reschedule();
            news.signalAll();
        }
    }

    private void reschedule() {
        dueNanos = Optional.empty();
        news.signalAll();
    }

    /** When the next look is due: after the last one, or after the first of those who wait has begun to. */
    private long due() {
        if (dueNanos.isEmpty()) {
            long base = latest.number() == 0
                    ? observers.stream()
                            .map(observer -> observer.sinceNanos)
                            .min((one, other) -> Long.compare(one - other, 0))
                            .orElse(latest.askedNanos())
                    : latest.askedNanos();
            List<Pacing.Building> waits = observers.stream()
                    .filter(Observer::isWaiting)
                    .map(observer -> observer.building(base))
                    .toList();
            dueNanos = Optional.of(base + pacing.next(waits).toNanos());
        }
        return dueNanos.get();
    }

    private static boolean mayPass(AivenApiException problem) {
        return problem instanceof AivenApiException.RateLimited
                || problem instanceof AivenApiException.ServerError
                || problem instanceof AivenApiException.Unreachable;
    }
}
