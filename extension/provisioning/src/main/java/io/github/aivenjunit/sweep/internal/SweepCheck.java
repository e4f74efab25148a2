package io.github.aivenjunit.sweep.internal;

import java.util.Optional;

/** One reason not to delete. Each check stands for itself: none relies on another having looked before. */
interface SweepCheck {

    /** Why the candidate must stay, as a part of a sentence; empty when this check has no objection. */
    Optional<String> refusal(Candidate candidate);
}
