package io.github.aivenjunit.lease.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The leases of this session that are not released. Thread-safe. */
public final class LeaseBook {

    private final Set<Lease> open = ConcurrentHashMap.newKeySet();

    /** Takes the lease on a project that will be created. */
    public Lease acquireProject(String project, Ownership ownership) {
        return add(new Lease(this, project, true, ownership));
    }

    /** Takes the lease on services that will be created in somebody else's project. */
    public Lease acquireServices(String project, Ownership ownership) {
        return add(new Lease(this, project, false, ownership));
    }

    /** What may still exist. */
    public List<Lease> open() {
        return List.copyOf(open);
    }

    void released(Lease lease) {
        open.remove(lease);
    }

    private Lease add(Lease lease) {
        open.add(lease);
        return lease;
    }
}
