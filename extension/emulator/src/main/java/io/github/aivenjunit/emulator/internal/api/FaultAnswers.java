package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Moment;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.http.HttpAnswer;
import io.github.aivenjunit.emulator.internal.input.Bodies;
import java.time.Duration;
import java.util.Map;

/** What a fault answers in place of the API. */
final class FaultAnswers {

    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(28);

    private final Bodies bodies;

    FaultAnswers(Bodies bodies) {
        this.bodies = bodies;
    }

    /** Whether the request is carried out although its answer is lost. */
    static boolean isAfterCommit(Fault.Targeted fault) {
        return (fault instanceof Fault.ServerError error && error.moment() == Moment.AFTER_COMMIT)
                || (fault instanceof Fault.Disconnect disconnect && disconnect.moment() == Moment.AFTER_COMMIT);
    }

    HttpAnswer answer(Fault.Targeted fault) {
        if (fault instanceof Fault.RateLimited limited) {
            return rateLimited(limited);
        }
        if (fault instanceof Fault.ServerError error) {
            Refusal refusal = Refusal.of(error.status(), "An error occurred. Please try again later.");
            return json(refusal, Map.of());
        }
        if (fault instanceof Fault.Refused refused) {
            return json(Refusal.of(refused.status(), refused.message()), Map.of());
        }
        if (fault instanceof Fault.Html html) {
            String page = "<html><head><title>" + html.status() + "</title></head><body><h1>" + html.status()
                    + "</h1></body></html>\n";
            return new HttpAnswer.Response(html.status(), "text/html", page, Map.of("Cache-Control", "no-cache"));
        }
        return new HttpAnswer.Disconnected();
    }

    private HttpAnswer rateLimited(Fault.RateLimited limited) {
        long seconds =
                limited.retryAfter().orElse(DEFAULT_WAIT).plusNanos(999_999_999).toSeconds();
        Refusal refusal = Refusal.of(
                429,
                "The user has sent too many requests in a given amount of time: Rate limit 120 exceeded - try again in "
                        + seconds + "s");
        return json(
                refusal, limited.retryAfter().isPresent() ? Map.of("Retry-After", Long.toString(seconds)) : Map.of());
    }

    private HttpAnswer json(Refusal refusal, Map<String, String> headers) {
        return new HttpAnswer.Response(
                refusal.status(), "application/json", bodies.write(ErrorJson.of(refusal)), headers);
    }
}
