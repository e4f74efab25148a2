package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.Ownership;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the expiry of what a living session still uses, so that nobody else's sweep takes it for forgotten. Thread-safe. */
final class LeaseRenewals implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(LeaseRenewals.class);

    /** Three tries before the old expiry has passed. */
    private static final int RENEWALS_PER_TERM = 3;

    private final Clock clock;
    private final ScheduledExecutorService timer;

    LeaseRenewals(Clock clock, ThreadFactory threads) {
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(threads);
    }

    /** Renews the lease until its deletion begins. */
    void keepAlive(AivenClient client, Lease lease, Duration term) {
        Duration pause = term.dividedBy(RENEWALS_PER_TERM);
        try {
            ScheduledFuture<?> unused =
                    timer.schedule(() -> renew(client, lease, term), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            logger.debug("The session is closing, so project {} is not renewed", lease.project(), e);
        }
    }

    private void renew(AivenClient client, Lease lease, Duration term) {
        if (!lease.living()) {
            return;
        }
        Instant expires = clock.instant().plus(term).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Optional<String>> moved = Map.of(Ownership.EXPIRES_TAG, Optional.of(expires.toString()));
        try {
            if (lease.wholeProject()) {
                client.projects().updateTags(lease.project(), moved);
            } else {
                moveServices(client, lease, moved);
            }
            lease.renew(expires);
            logger.debug("Project {} now expires at {}", lease.project(), expires);
        } catch (AivenApiException e) {
            if (lease.living()) {
                logger.warn(
                        "The expiry of project {} could not be moved: {} It is tried again; a sweep could take the project"
                                + " for forgotten.",
                        lease.project(),
                        e.getMessage());
            }
        }
        keepAlive(client, lease, term);
    }

    /** Trouble with one service, which the API may have refused to make, must not let the others expire. */
    private static void moveServices(AivenClient client, Lease lease, Map<String, Optional<String>> moved) {
        Optional<AivenApiException> failure = Optional.empty();
        for (String service : lease.services()) {
            try {
                client.services().updateTags(lease.project(), service, moved);
            } catch (AivenApiException.NotFound e) {
                logger.debug("Service {} of project {} does not exist and is not renewed", service, lease.project(), e);
            } catch (AivenApiException e) {
                failure = Optional.of(e);
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
