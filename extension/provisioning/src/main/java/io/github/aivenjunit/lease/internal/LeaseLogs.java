package io.github.aivenjunit.lease.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells several logs, one after the other: what comes first must not depend on what comes later. */
public record LeaseLogs(List<LeaseLog> logs) implements LeaseLog {

    public LeaseLogs {
        logs = List.copyOf(logs);
    }

    @Override
    public void acquired(LeaseNotice lease) {
        List<LeaseLog> told = new ArrayList<>();
        try {
            for (LeaseLog log : logs) {
                log.acquired(lease);
                told.add(log);
            }
        } catch (RuntimeException e) {
            // Nothing is created under a lease that one log refuses.
            told.forEach(log -> log.released(lease.id(), LeaseEnding.DELETED));
            throw e;
        }
    }

    @Override
    public void covered(long lease, String service) {
        logs.forEach(log -> log.covered(lease, service));
    }

    @Override
    public void renewed(long lease, Instant expires) {
        logs.forEach(log -> log.renewed(lease, expires));
    }

    @Override
    public void released(long lease, LeaseEnding ending) {
        logs.forEach(log -> log.released(lease, ending));
    }
}
