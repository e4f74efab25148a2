package io.github.aivenjunit.emulator.internal.state;

import java.time.Instant;

/** A private network of a project in one cloud. Immutable. */
public record Vpc(String id, String cloud, String cidr, State state, Instant createTime, Instant updateTime) {

    /** Aiven API: one more state, DELETED, tells of what is no longer shown here. */
    public enum State {
        APPROVED,
        ACTIVE,
        DELETING
    }

    Vpc in(State changed, Instant now) {
        return new Vpc(id, cloud, cidr, changed, createTime, now);
    }
}
