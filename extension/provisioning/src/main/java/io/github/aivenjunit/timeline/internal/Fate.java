package io.github.aivenjunit.timeline.internal;

import io.github.aivenjunit.deletion.DeletionResult.Outcome;
import java.util.Locale;

/** What became of a platform. */
public enum Fate {
    ALIVE,
    DELETED,
    TOMBSTONE,
    KEPT,
    LEFT;

    /** The fate that a deletion leads to. */
    public static Fate of(Outcome outcome) {
        if (outcome instanceof Outcome.Gone) {
            return DELETED;
        }
        return outcome instanceof Outcome.Tombstone ? TOMBSTONE : LEFT;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
