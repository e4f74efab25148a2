package io.github.aivenjunit.engine.kafka.internal.broker;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.TimeoutException;

/** The answers of Kafka's Admin client. */
final class Answers {

    /** A broker learns of a change from its controller within milliseconds. */
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private static final long POLL_NANOS = 2_000_000L;

    private Answers() {}

    /** Waits for an answer; a refusal is thrown as Kafka's own exception. */
    static <T> T of(KafkaFuture<T> future) throws ExecutionException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof ApiException refusal) {
                throw refusal;
            }
            throw failure;
        }
    }

    /** Waits for one of several answers. */
    static <K, T> T of(Map<K, KafkaFuture<T>> futures, K key) throws ExecutionException, InterruptedException {
        return of(Objects.requireNonNull(futures.get(key), "no answer about " + key));
    }

    /** Waits until the broker knows what its controller has decided. */
    static void await(Check check, String what) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!check.holds()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("The broker does not show " + what + ". Try again.");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** What really went wrong: the first exception that is Kafka's own, or the innermost. */
    static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof KafkaException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Something that will be true soon. */
    interface Check {
        boolean holds() throws ExecutionException, InterruptedException;
    }
}
