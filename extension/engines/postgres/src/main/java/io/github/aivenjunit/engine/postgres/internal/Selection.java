package io.github.aivenjunit.engine.postgres.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The binaries that a user configuration leads to, or why there are none. */
public final class Selection {

    private final String version;
    private final @Nullable Distribution distribution;
    private final Optional<String> objection;

    private Selection(String version, @Nullable Distribution distribution, Optional<String> objection) {
        this.version = version;
        this.distribution = distribution;
        this.objection = objection;
    }

    static Selection of(Distribution distribution) {
        return new Selection(distribution.version().toString(), distribution, Optional.empty());
    }

    static Selection none(String wanted, String objection) {
        return new Selection(wanted, null, Optional.of(objection));
    }

    /** The version that would run. */
    public String version() {
        return version;
    }

    /** Why it cannot, as a sentence. */
    public Optional<String> objection() {
        return objection;
    }

    /** What runs; only without an objection. */
    public Distribution distribution() {
        if (distribution == null) {
            throw new IllegalStateException(objection.orElseThrow());
        }
        return distribution;
    }
}
