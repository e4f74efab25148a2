package io.github.aivenjunit.lease.internal;

import java.time.Instant;

/**
 * Hears of every promise before it has to be kept, and remembers it where the death of this JVM does not reach.
 * Thread-safe. Each method returns when the news is safe, and throws when it is not: then nothing may be created.
 */
public interface LeaseLog {

    /** A lease is taken, and what it is on may be created from now on. */
    void acquired(LeaseNotice lease);

    /** A service may be created under the lease from now on. */
    void covered(long lease, String service);

    /** The lease lives longer than it was said. */
    void renewed(long lease, Instant expires);

    /** Nothing is left to delete. */
    void released(long lease, LeaseEnding ending);

    /** For what ends with this JVM anyway, such as the embedded emulator. */
    static LeaseLog none() {
        return new LeaseLog() {
            @Override
            public void acquired(LeaseNotice lease) {}

            @Override
            public void covered(long lease, String service) {}

            @Override
            public void renewed(long lease, Instant expires) {}

            @Override
            public void released(long lease, LeaseEnding ending) {}
        };
    }
}
