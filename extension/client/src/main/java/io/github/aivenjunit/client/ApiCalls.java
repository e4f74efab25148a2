package io.github.aivenjunit.client;

import io.github.aivenjunit.client.ApiExchange.Reader;
import io.github.aivenjunit.client.internal.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests with the patience they deserve. What can be repeated is repeated; a create or a delete whose answer was lost
 * is read back first, so that nothing is made twice and nothing made is forgotten. Thread-safe.
 */
final class ApiCalls {

    private static final Logger logger = LoggerFactory.getLogger(AivenClient.class);
    private static final Duration FIRST_LAG_PAUSE = Duration.ofMillis(200);
    private static final int LAG_DOUBLINGS = 4;
    private static final Duration WORTH_A_LINE = Duration.ofSeconds(10);

    private final ApiExchange exchange;
    private final Backoff backoff;
    private final FreshProjects fresh;
    private final Timing.Pause pause;
    private final BooleanSupplier closed;
    private final RequestGovernor governor;
    private final boolean deleting;

    ApiCalls(
            ApiExchange exchange,
            Backoff backoff,
            FreshProjects fresh,
            Timing.Pause pause,
            BooleanSupplier closed,
            RequestGovernor governor) {
        this(exchange, backoff, fresh, pause, closed, governor, false);
    }

    private ApiCalls(
            ApiExchange exchange,
            Backoff backoff,
            FreshProjects fresh,
            Timing.Pause pause,
            BooleanSupplier closed,
            RequestGovernor governor,
            boolean deleting) {
        this.exchange = exchange;
        this.backoff = backoff;
        this.fresh = fresh;
        this.pause = pause;
        this.closed = closed;
        this.governor = governor;
        this.deleting = deleting;
    }

    /** The same calls, for what a deletion needs. */
    ApiCalls forDeletion() {
        return new ApiCalls(exchange, backoff, fresh, pause, closed, governor, true);
    }

    /** How a create is recognised after its answer was lost. */
    record Creation<T>(Supplier<Optional<T>> readBack, Predicate<T> asAsked) {}

    /** A request that may be repeated: a read, or a write that has the same effect twice. */
    <T> T call(ApiRequest request, Reader<T> reader) {
        for (Attempts attempts = new Attempts(request); ; ) {
            try {
                return attempts.send(reader);
            } catch (AivenApiException failure) {
                if (!attempts.waitForMembership(failure)) {
                    attempts.waitOrThrow(failure, backoff.next(failure, attempts.made));
                }
            }
        }
    }

    /** A repeatable request whose answer holds nothing of use. */
    void call(ApiRequest request) {
        call(request, ApiCalls::nothing);
    }

    /**
     * A request that has its effect again with every repetition, and leaves nothing by which to tell whether it had any:
     * repeated only after failures that left no effect.
     */
    <T> T once(ApiRequest request, Reader<T> reader) {
        for (Attempts attempts = new Attempts(request); ; ) {
            try {
                return attempts.send(reader);
            } catch (AivenApiException failure) {
                if (Backoff.perhapsEffective(failure)) {
                    throw failure;
                }
                if (!attempts.waitForMembership(failure)) {
                    attempts.waitOrThrow(failure, backoff.next(failure, attempts.made));
                }
            }
        }
    }

    <T> T create(ApiRequest request, Reader<T> reader, Creation<T> creation) {
        boolean lost = false;
        for (Attempts attempts = new Attempts(request); ; ) {
            try {
                return attempts.send(reader);
            } catch (AivenApiException failure) {
                if (attempts.waitForMembership(failure)) {
                    continue;
                }
                boolean lostNow = Backoff.perhapsEffective(failure);
                lost |= lostNow;
                Optional<Duration> next = backoff.next(failure, attempts.made);
                if (lostNow || (lost && failure instanceof AivenApiException.Conflict)) {
                    attempts.waitFor(failure, backoff.drawn(attempts.made), "reading back");
                    Optional<T> found = readBack(creation.readBack(), failure);
                    if (found.isPresent()) {
                        return asAsked(request, found.get(), creation.asAsked(), failure);
                    }
                    // A conflict with nothing to see is our own create, or a name still reserved: both settle in time.
                    if (next.isEmpty() && (lostNow || attempts.exhausted())) {
                        throw failure;
                    }
                } else {
                    attempts.waitOrThrow(failure, next);
                }
            }
        }
    }

    /**
     * Deletes, until it is certain that nothing is left.
     *
     * @param there whether the thing is still there, asked when the answer was lost
     * @param gone recognises refusals that mean it was not there in the first place
     */
    void delete(ApiRequest request, BooleanSupplier there, Predicate<AivenApiException> gone) {
        boolean lost = false;
        for (Attempts attempts = new Attempts(request); ; ) {
            try {
                attempts.send(ApiCalls::nothing);
                return;
            } catch (AivenApiException failure) {
                // Before a delete that may have worked, "not a member" proves nothing: the project may be another's.
                if (gone.test(failure) || (lost && notMember(failure))) {
                    return;
                }
                if (attempts.waitForMembership(failure)) {
                    continue;
                }
                Optional<Duration> next = backoff.next(failure, attempts.made);
                if (Backoff.perhapsEffective(failure)) {
                    lost = true;
                    attempts.waitFor(failure, backoff.drawn(attempts.made), "reading back");
                    if (!readBack(() -> Optional.of(there.getAsBoolean()), failure)
                            .orElse(true)) {
                        return;
                    }
                    if (next.isEmpty()) {
                        throw failure;
                    }
                } else {
                    attempts.waitOrThrow(failure, next);
                }
            }
        }
    }

    /** The value, or nothing where the API says that there is none. */
    <T> Optional<T> find(ApiRequest request, Reader<T> reader) {
        try {
            return Optional.of(call(request, reader));
        } catch (AivenApiException.NotFound missing) {
            if (missing.byApi()) {
                return Optional.empty();
            }
            throw missing;
        }
    }

    static boolean notThere(AivenApiException failure) {
        return failure instanceof AivenApiException.NotFound missing && missing.byApi();
    }

    static boolean notMember(AivenApiException failure) {
        return failure instanceof AivenApiException.Forbidden refusal && refusal.notMember();
    }

    private static Boolean nothing(JsonCodec json, InputStream body) throws IOException {
        json.discard(body);
        return true;
    }

    private static <T> Optional<T> readBack(Supplier<Optional<T>> reader, AivenApiException failure) {
        try {
            return reader.get();
        } catch (AivenApiException.Interrupted interrupted) {
            throw interrupted;
        } catch (AivenApiException unreadable) {
            failure.addSuppressed(unreadable);
            throw failure;
        }
    }

    private static <T> T asAsked(ApiRequest request, T found, Predicate<T> asAsked, AivenApiException failure) {
        if (asAsked.test(found)) {
            logger.info("{} took effect although its answer was lost", request);
            return found;
        }
        throw new AivenApiException.Conflict(Failure.withoutAnswer(
                request,
                "lost its answer, and what exists under the name is not what was asked for",
                Advice.conflict(),
                failure));
    }

    /** The tries of one request. */
    private final class Attempts {

        private final ApiRequest request;
        private int made;
        private int lags;

        Attempts(ApiRequest request) {
            this.request = request;
        }

        <T> T send(Reader<T> reader) {
            if (closed.getAsBoolean()) {
                throw new IllegalStateException(request + " cannot be sent: the client is closed. Build a new one.");
            }
            awaitTurn();
            made++;
            return exchange.send(request, reader);
        }

        private void awaitTurn() {
            try {
                if (governor.admit(Urgency.of(request, deleting), this::await)) {
                    throw new IllegalStateException(request + " was given up: the client is closed. Build a new one.");
                }
            } catch (InterruptedException e) {
                throw made == 0 ? ApiExchange.neverSent(request) : ApiExchange.interrupted(request);
            }
        }

        private boolean await(Duration turn) throws InterruptedException {
            if (turn.compareTo(WORTH_A_LINE) >= 0) {
                logger.info("{} waits {} ms, to stay below the API's limit", request, turn.toMillis());
            }
            return pause.await(turn);
        }

        boolean exhausted() {
            return made >= backoff.policy().attempts();
        }

        /** Does not count as a try: the project is there, and this is known to take its time. */
        boolean waitForMembership(AivenApiException failure) {
            if (backoff.policy().attempts() == 1
                    || !notMember(failure)
                    || !request.address().project().map(fresh::contains).orElse(false)) {
                return false;
            }
            waitFor(failure, FIRST_LAG_PAUSE.multipliedBy(1L << Math.min(lags, LAG_DOUBLINGS)), "trying again");
            lags++;
            made--;
            return true;
        }

        void waitOrThrow(AivenApiException failure, Optional<Duration> delay) {
            if (delay.isEmpty()) {
                throw failure;
            }
            waitFor(failure, delay.get(), "trying again");
        }

        void waitFor(AivenApiException failure, Duration delay, String then) {
            logger.warn("{} failed ({}), {} in {} ms", request, reason(failure), then, delay.toMillis());
            try {
                if (pause.await(delay)) {
                    throw new IllegalStateException(
                            request + " was given up: the client is closed. Build a new one.", failure);
                }
            } catch (InterruptedException e) {
                AivenApiException interrupted = ApiExchange.interrupted(request);
                interrupted.addSuppressed(failure);
                throw interrupted;
            }
        }

        private String reason(AivenApiException failure) {
            if (failure.status() == 0) {
                Throwable cause = failure.getCause();
                return cause == null ? "no answer" : ApiExchange.kind(cause);
            }
            return failure.errorCode()
                    .map(code -> failure.status() + " " + code)
                    .orElseGet(() -> String.valueOf(failure.status()));
        }
    }
}
