package io.github.aivenjunit.sweep.internal;

import io.github.aivenjunit.lease.internal.Ownership;
import java.util.Optional;

/** Refuses what this library did not make, whatever a journal says. */
final class OurMarks implements SweepCheck {

    @Override
    public Optional<String> refusal(Candidate candidate) {
        if (candidate.service().isPresent()) {
            return Ownership.madeService(candidate.tags())
                    ? Optional.empty()
                    : Optional.of("the service lacks our tag " + Ownership.RUN_TAG);
        }
        if (Ownership.madeProject(candidate.project(), candidate.projectTags())) {
            return Optional.empty();
        }
        return Optional.of(
                candidate.project().startsWith(Ownership.NAME_PREFIX)
                        ? "the project lacks our tag " + Ownership.RUN_TAG
                        : "the name of the project does not begin with " + Ownership.NAME_PREFIX);
    }
}
