package io.github.aivenjunit.client;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to the Aiven API that did not succeed, also after the retries that its kind deserves. The kinds are the
 * permitted subclasses; 401, 403, 404, 409, 429 and 5xx are told apart. Neither the message nor any cause holds the
 * token or the body of an answer.
 */
public abstract sealed class AivenApiException extends RuntimeException
        permits AivenApiException.Unauthenticated,
                AivenApiException.Forbidden,
                AivenApiException.NotFound,
                AivenApiException.NotReady,
                AivenApiException.Conflict,
                AivenApiException.RateLimited,
                AivenApiException.InvalidRequest,
                AivenApiException.ServerError,
                AivenApiException.Unreachable,
                AivenApiException.Interrupted,
                AivenApiException.MalformedAnswer {

    private static final long serialVersionUID = 1L;

    private final String method;
    private final String path;
    private final int status;
    private final @Nullable String errorCode;
    private final String apiMessage;

    private AivenApiException(Failure failure) {
        super(failure.sentence(), failure.cause());
        this.method = failure.method();
        this.path = failure.path();
        this.status = failure.status();
        this.errorCode = failure.errorCode();
        this.apiMessage = failure.apiMessage();
    }

    /** The HTTP method of the request. */
    public String method() {
        return method;
    }

    /** The percent-encoded path of the request, from {@code /v1} on, without the query. */
    public String path() {
        return path;
    }

    /** The HTTP status, or 0 when this failure is not an answer. */
    public int status() {
        return status;
    }

    /** The API's code of the error, for example {@code project_already_exists}. Not every error has one. */
    public Optional<String> errorCode() {
        return Optional.ofNullable(errorCode);
    }

    /** What the API says went wrong; empty when it does not say. */
    public String apiMessage() {
        return apiMessage;
    }

    /** The token is not accepted: 401, or 403 with {@code authentication_failed}. */
    public static final class Unauthenticated extends AivenApiException {
        private static final long serialVersionUID = 1L;

        Unauthenticated(Failure failure) {
            super(failure);
        }
    }

    /** The token is accepted, and may not do this: 403. Also a refusal for other reasons, such as an open balance. */
    public static final class Forbidden extends AivenApiException {
        private static final long serialVersionUID = 1L;

        Forbidden(Failure failure) {
            super(failure);
        }

        /** Aiven API: somebody else's project, and for a moment one's own after create and after delete. */
        boolean notMember() {
            return apiMessage().startsWith("Not a project member");
        }
    }

    /** There is no such thing: 404. */
    public static final class NotFound extends AivenApiException {
        private static final long serialVersionUID = 1L;
        private final boolean byApi;

        NotFound(Failure failure, boolean byApi) {
            super(failure);
            this.byApi = byApi;
        }

        /** Whether the API said so, and not a proxy or another server, whose 404 proves nothing. */
        boolean byApi() {
            return byApi;
        }
    }

    /** The thing is there, and not ready to be read: 501 for a Kafka topic that is being created. Ask again later. */
    public static final class NotReady extends AivenApiException {
        private static final long serialVersionUID = 1L;

        NotReady(Failure failure) {
            super(failure);
        }
    }

    /**
     * The request contradicts what exists: 409. With status 0: the answer to a create was lost, and what exists under
     * the name is not what was asked for.
     */
    public static final class Conflict extends AivenApiException {
        private static final long serialVersionUID = 1L;

        Conflict(Failure failure) {
            super(failure);
        }
    }

    /** Too many requests: 429. */
    public static final class RateLimited extends AivenApiException {
        private static final long serialVersionUID = 1L;
        private final @Nullable Duration retryAfter;

        RateLimited(Failure failure, @Nullable Duration retryAfter) {
            super(failure);
            this.retryAfter = retryAfter;
        }

        /** How long to wait, where the API says so in a header. */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }
    }

    /** The API refuses the request as it is: any other 4xx. */
    public static final class InvalidRequest extends AivenApiException {
        private static final long serialVersionUID = 1L;

        InvalidRequest(Failure failure) {
            super(failure);
        }
    }

    /** The API, or a proxy before it, failed: 5xx. A change may have taken effect all the same. */
    public static final class ServerError extends AivenApiException {
        private static final long serialVersionUID = 1L;

        ServerError(Failure failure) {
            super(failure);
        }
    }

    /** No answer: the host is unknown, refuses, is not trusted, is too slow, or the connection broke. */
    public static final class Unreachable extends AivenApiException {
        private static final long serialVersionUID = 1L;
        private final Reach reach;

        Unreachable(Failure failure, Reach reach) {
            super(failure);
            this.reach = reach;
        }

        Reach reach() {
            return reach;
        }
    }

    /** The thread was interrupted while it waited; its interrupt flag is set again. */
    public static final class Interrupted extends AivenApiException {
        private static final long serialVersionUID = 1L;

        Interrupted(Failure failure) {
            super(failure);
        }
    }

    /** An answer that the API would not give: a redirect, no JSON, or JSON without the part that matters. */
    public static final class MalformedAnswer extends AivenApiException {
        private static final long serialVersionUID = 1L;

        MalformedAnswer(Failure failure) {
            super(failure);
        }
    }
}
