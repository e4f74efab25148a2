package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.Service;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the API says about the services of one project, asked with one list call for all who wait. Thread-safe.
 *
 * <p>Nobody gets the same answer twice: whoever looks again and finds that somebody else has asked in the meantime
 * takes that answer, and asks otherwise. So many waiters cost hardly more requests than one.
 */
public final class ServiceWatch {

    private final AivenClient client;
    private final String project;
    private final ReentrantLock lock = new ReentrantLock();
    private Snapshot latest = new Snapshot(List.of(), Long.MIN_VALUE, 0);

    /** An answer, with the moment it was asked for and its number. */
    private record Snapshot(List<Service> services, long askedNanos, long number) {}

    public ServiceWatch(AivenClient client, String project) {
        this.client = client;
        this.project = project;
    }

    /** What one look showed: the service, or the problem that hid it. */
    public sealed interface Sight {

        record Seen(Service service) implements Sight {}

        record Missing() implements Sight {}

        /** The API did not answer properly. It may next time. */
        record Hidden(AivenApiException problem) implements Sight {}
    }

    /** Begins to watch a service that has just been created: answers from before do not count. */
    public Observer observe(String service) {
        return new Observer(service);
    }

    /** One who waits for one service. Used by one thread. */
    public final class Observer {

        private final String service;
        private final long sinceNanos = System.nanoTime();
        private long seenNumber;

        private Observer(String service) {
            this.service = service;
        }

        /**
         * The service as the API shows it now.
         *
         * @throws AivenApiException for answers that waiting does not change, such as a rejected token
         * @throws InterruptedException if interrupted while another one's call was under way
         */
        public Sight look() throws InterruptedException {
            lock.lockInterruptibly();
            try {
                boolean isNews = latest.number() > seenNumber && latest.askedNanos() - sinceNanos >= 0;
                if (!isNews) {
                    long asked = System.nanoTime();
                    latest = new Snapshot(client.services().list(project), asked, latest.number() + 1);
                }
                seenNumber = latest.number();
                Optional<Service> found = latest.services().stream()
                        .filter(candidate -> candidate.serviceName().equals(service))
                        .findFirst();
                return found.<Sight>map(Sight.Seen::new).orElseGet(Sight.Missing::new);
            } catch (AivenApiException.RateLimited | AivenApiException.ServerError | AivenApiException.Unreachable e) {
                return new Sight.Hidden(e);
            } finally {
                lock.unlock();
            }
        }
    }
}
