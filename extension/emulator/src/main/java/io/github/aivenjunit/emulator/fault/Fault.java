package io.github.aivenjunit.emulator.fault;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * A way in which the API misbehaves or differs from its defaults. Several can hold at once; of two that strike the same
 * request, or say the same setting, the later injected wins.
 */
public sealed interface Fault {

    /** A fault that strikes chosen requests. */
    sealed interface Targeted extends Fault {
        Target target();
    }

    /**
     * 429 with the API's text. The wait in the text is {@code retryAfter} or 28 s.
     *
     * @param retryAfter sent as {@code Retry-After} in whole seconds, rounded up; no such header when empty
     */
    record RateLimited(Target target, Optional<Duration> retryAfter) implements Targeted {
        public RateLimited {
            requireNonNull(target, "target");
            requireNonNull(retryAfter, "retryAfter");
        }
    }

    /**
     * A server error with the API's JSON body.
     *
     * @param status from 500 to 599
     */
    record ServerError(Target target, int status, Moment moment) implements Targeted {
        public ServerError {
            requireNonNull(target, "target");
            requireNonNull(moment, "moment");
            if (status < 500 || status > 599) {
                throw new IllegalArgumentException(
                        "Status " + status + " is no server error. Choose one from 500 to 599.");
            }
        }
    }

    /**
     * A refusal in the API's own form, before anything is changed: a permission that the token lacks, an operation that
     * is retired, a state that does not allow it.
     *
     * @param status from 400 to 499
     * @param message the API's text
     */
    record Refused(Target target, int status, String message) implements Targeted {
        public Refused {
            requireNonNull(target, "target");
            requireNonNull(message, "message");
            Fault.requireClientError(status);
        }
    }

    /** The connection is closed without an answer. */
    record Disconnect(Target target, Moment moment) implements Targeted {
        public Disconnect {
            requireNonNull(target, "target");
            requireNonNull(moment, "moment");
        }
    }

    /**
     * An HTML page instead of JSON, as proxies send; nothing was changed.
     *
     * @param status from 400 to 599; 408 has been seen on Aiven
     */
    record Html(Target target, int status) implements Targeted {
        public Html {
            requireNonNull(target, "target");
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("Status " + status + " is no error. Choose one from 400 to 599.");
            }
        }
    }

    /**
     * The request waits before it is carried out. Closing the emulator, or clearing its faults, ends the wait.
     *
     * @param duration on the real clock, whatever the emulator's is
     */
    record Stall(Target target, Duration duration) implements Targeted {
        public Stall {
            requireNonNull(target, "target");
            requireNonNull(duration, "duration");
        }
    }

    /**
     * A project created from now on answers its first requests with 403 {@code Not a project member}.
     *
     * @param requests how many, per project
     */
    record MembershipLag(int requests) implements Fault {
        public MembershipLag {
            if (requests < 1) {
                throw new IllegalArgumentException(
                        "A membership lag of " + requests + " requests is none. Choose at least 1.");
            }
        }
    }

    /**
     * A service answers its first requests for a connection pool with 403, as if its users were not known yet.
     *
     * @param requests how many, per service
     */
    record PoolUserLag(int requests) implements Fault {
        public PoolUserLag {
            if (requests < 1) {
                throw new IllegalArgumentException(
                        "A pool user lag of " + requests + " requests is none. Choose at least 1.");
            }
        }
    }

    /**
     * The name of a deleted service stays taken for a while: creating it again answers 409.
     *
     * @param duration on the emulator's clock, from the deletion on
     */
    record NameReservation(Duration duration) implements Fault {
        public NameReservation {
            requireNonNull(duration, "duration");
        }
    }

    /**
     * A project in which something that costs money has been RUNNING cannot be deleted: 403.
     *
     * @param after for how long, from the first RUNNING on, on the emulator's clock
     */
    record OpenBalance(Duration after) implements Fault {
        public OpenBalance {
            if (after.isNegative()) {
                throw new IllegalArgumentException(
                        "A balance cannot be open before anything runs. Choose zero or more.");
            }
        }

        /** From the first RUNNING on. */
        public OpenBalance() {
            this(Duration.ZERO);
        }
    }

    /**
     * Every project holds a credit, and cannot be deleted while its services have cost less than that: 403.
     *
     * @param usd the credit in US dollars
     */
    record UnusedCredits(int usd) implements Fault {
        public UnusedCredits {
            if (usd < 1) {
                throw new IllegalArgumentException("A credit of " + usd + " USD is none. Choose at least 1.");
            }
        }
    }

    /**
     * A service is RUNNING for the API and nobody can connect to it, at the addresses that answers from now on name.
     *
     * @param service a service's name or a service type
     */
    record Unreachable(String service, DeadAddress address) implements Fault {
        public Unreachable {
            requireNonNull(service, "service");
            requireNonNull(address, "address");
        }
    }

    /**
     * Services never leave REBUILDING; what is running stays so until it is powered on again.
     *
     * @param service a service's name or a service type
     */
    record StuckRebuilding(String service) implements Fault {
        public StuckRebuilding {
            requireNonNull(service, "service");
        }
    }

    /**
     * A service integration created from now on is not found by its first reads: 404.
     *
     * @param requests how many, per integration
     */
    record IntegrationLag(int requests) implements Fault {
        public IntegrationLag {
            if (requests < 1) {
                throw new IllegalArgumentException(
                        "An integration lag of " + requests + " requests is none. Choose at least 1.");
            }
        }
    }

    /**
     * The first backup of a service comes this long after it should have. Until then the service cannot change its plan
     * or cloud: 409.
     *
     * @param duration on the emulator's clock
     */
    record BackupLag(Duration duration) implements Fault {
        public BackupLag {
            requireNonNull(duration, "duration");
        }
    }

    /**
     * What a deleted service used stays occupied for a while: its VPC cannot be deleted, and its static addresses stay
     * its own.
     *
     * @param duration on the emulator's clock, from the deletion on
     */
    record ResourceLag(Duration duration) implements Fault {
        public ResourceLag {
            requireNonNull(duration, "duration");
        }
    }

    /** What the token gets to see of secrets. {@link SecretAccess#PLAIN} unless injected. */
    record Redaction(SecretAccess access) implements Fault {
        public Redaction {
            requireNonNull(access, "access");
        }
    }

    /**
     * How the deletion of a project that still has services is refused. The real answer is unknown.
     *
     * @param status 409 unless injected; the other candidate is 403
     */
    record ProjectNotEmpty(int status) implements Fault {
        public ProjectNotEmpty {
            Fault.requireClientError(status);
        }
    }

    /**
     * How the deletion of an unknown service user is refused. Both answers have been seen on Aiven.
     *
     * @param status 404 unless injected; the other is 403
     */
    record UnknownUser(int status) implements Fault {
        public UnknownUser {
            Fault.requireClientError(status);
        }
    }

    /**
     * How a token that is not the emulator's is refused. Both answers are documented.
     *
     * @param status 401 unless injected; the other is 403
     */
    record InvalidToken(int status) implements Fault {
        public InvalidToken {
            Fault.requireClientError(status);
        }
    }

    /**
     * A Kafka topic created from now on cannot be read properly at first. Faults with different answers follow one
     * another in the order of {@link TopicAnswer}.
     *
     * @param reads how many reads of the topic are answered so
     */
    record TopicLag(TopicAnswer answer, int reads) implements Fault {
        public TopicLag {
            requireNonNull(answer, "answer");
            Fault.requireSome(reads);
        }
    }

    /**
     * The list of Kafka topics lags: a topic created from now on is not in it yet, one deleted from now on is still.
     *
     * @param lists how many lists, per topic
     */
    record TopicListLag(int lists) implements Fault {
        public TopicListLag {
            Fault.requireSome(lists);
        }
    }

    /**
     * Of a Kafka service that becomes RUNNING from now on, only one broker has joined at first: creating a topic with
     * more replicas answers 409.
     *
     * @param creations how many creations, per service
     */
    record MissingBrokers(int creations) implements Fault {
        public MissingBrokers {
            Fault.requireSome(creations);
        }
    }

    /**
     * A service that becomes RUNNING from now on is shown so once, then REBALANCING, and then RUNNING for good. Nothing
     * else of the service changes.
     *
     * @param answers how many answers show REBALANCING
     */
    record Flapping(int answers) implements Fault {
        public Flapping {
            Fault.requireSome(answers);
        }
    }

    /**
     * A service user created from now on cannot be read, changed or deleted at first: 404.
     *
     * @param requests how many, per user
     */
    record UserLag(int requests) implements Fault {
        public UserLag {
            Fault.requireSome(requests);
        }
    }

    /**
     * The password of a service user is empty at first, after creation and after a reset from now on. The answer to the
     * creation itself has it.
     *
     * @param answers how many answers, per user
     */
    record PasswordLag(int answers) implements Fault {
        public PasswordLag {
            Fault.requireSome(answers);
        }
    }

    /**
     * Kafka Connect of a service that becomes RUNNING from now on refuses its first requests.
     *
     * @param status 404 and 503 have been seen on Aiven
     * @param requests how many, per service
     */
    record ConnectLag(int status, int requests) implements Fault {
        public ConnectLag {
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("Status " + status + " is no error. Choose one from 400 to 599.");
            }
            Fault.requireSome(requests);
        }
    }

    private static void requireSome(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("A lag of " + times + " answers is none. Choose at least 1.");
        }
    }

    private static void requireClientError(int status) {
        if (status < 400 || status > 499) {
            throw new IllegalArgumentException("Status " + status + " is no refusal. Choose one from 400 to 499.");
        }
    }
}
