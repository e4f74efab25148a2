package io.github.aivenjunit.deletion.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request of a deletion that did not succeed. The message never holds the token. */
public abstract sealed class DeletionApiException extends RuntimeException
        permits DeletionApiException.Refused, DeletionApiException.TryAgain {

    private static final long serialVersionUID = 1L;

    private DeletionApiException(String message, @Nullable Exception cause) {
        super(message, cause);
    }

    /** What a person should see as the reason: the failure as the transport knows it. */
    final Exception origin() {
        return getCause() instanceof Exception cause ? cause : this;
    }

    /** The API does not do it, and the same request would be answered in the same way. */
    public static final class Refused extends DeletionApiException {

        private static final long serialVersionUID = 1L;
        private static final int FORBIDDEN = 403;
        private static final int NOT_FOUND = 404;

        private final int status;
        private final String apiMessage;

        /**
         * A refusal.
         *
         * @param status of the answer; 401 also for a token that was refused with 403, and 0 without a usable answer
         * @param apiMessage what the API says went wrong; empty when it does not say
         */
        public Refused(String message, int status, String apiMessage, Optional<? extends Exception> cause) {
            super(message, cause.orElse(null));
            this.status = status;
            this.apiMessage = apiMessage;
        }

        public boolean forbidden() {
            return status == FORBIDDEN;
        }

        public boolean notFound() {
            return status == NOT_FOUND;
        }

        public String apiMessage() {
            return apiMessage;
        }
    }

    /** Passing trouble: too many requests, a failing server, or no answer. */
    public static final class TryAgain extends DeletionApiException {

        private static final long serialVersionUID = 1L;

        public TryAgain(String message, Exception cause) {
            super(message, cause);
        }

        public TryAgain(String message) {
            super(message, null);
        }
    }
}
