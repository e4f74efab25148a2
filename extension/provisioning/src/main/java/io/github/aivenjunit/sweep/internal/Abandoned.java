package io.github.aivenjunit.sweep.internal;

import io.github.aivenjunit.lease.internal.Ownership;
import io.github.aivenjunit.sweep.SweepRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Refuses what somebody may still use. */
final class Abandoned implements SweepCheck {

    private final SweepRequest request;
    private final LivingSessions living;
    private final Clock clock;

    Abandoned(SweepRequest request, LivingSessions living, Clock clock) {
        this.request = request;
        this.living = living;
        this.clock = clock;
    }

    @Override
    public Optional<String> refusal(Candidate candidate) {
        Optional<String> user = living.user(candidate.project(), candidate.serviceName());
        if (user.isPresent()) {
            return user;
        }
        return grounds(candidate).isPresent() ? Optional.empty() : Optional.of(doubt(candidate));
    }

    /** Why nobody uses it any more; empty when somebody may. */
    Optional<String> grounds(Candidate candidate) {
        Instant now = clock.instant();
        Optional<String> old = request.olderThan()
                .flatMap(age -> candidate.created().filter(created -> created.isBefore(now.minus(age))))
                .map(created -> "it was created at " + created);
        if (request.run().isPresent()) {
            return request.olderThan().isPresent() ? old : candidate.run().map(run -> "it belongs to run " + run);
        }
        if (candidate.promise().isPresent()) {
            return Optional.of("the session that made it is dead");
        }
        if (candidate.tombstone()) {
            return Optional.of("it is empty, and Aiven refused to delete it before");
        }
        return candidate
                .expires()
                .filter(now::isAfter)
                .map(expires -> "it expired at " + expires)
                .or(() -> old);
    }

    private String doubt(Candidate candidate) {
        if (request.olderThan().isPresent()) {
            return candidate
                    .created()
                    .map(created -> "it was created at " + created + ", which is not long enough ago")
                    .orElse("nothing tells when it was created");
        }
        return candidate
                .expires()
                .map(expires -> "it is in use, or kept, until " + expires)
                .orElse("its tag " + Ownership.EXPIRES_TAG + " is missing or no time");
    }
}
