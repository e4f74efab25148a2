package io.github.aivenjunit.lease.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The leases of a session that are not released. Thread-safe. */
public final class LeaseBook {

    private final LeaseLog log;
    private final Set<Lease> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong ids = new AtomicLong();
    private volatile boolean closed;

    /**
     * An empty book.
     *
     * @param log hears of every lease before anything is created under it
     */
    public LeaseBook(LeaseLog log) {
        this.log = log;
    }

    /**
     * Takes the lease on a project that will be created.
     *
     * @throws IllegalStateException if the book is closed
     */
    public Lease acquireProject(String project, Ownership ownership) {
        return acquire(project, true, ownership);
    }

    /**
     * Takes the lease on services that will be created in somebody else's project.
     *
     * @throws IllegalStateException if the book is closed
     */
    public Lease acquireServices(String project, Ownership ownership) {
        return acquire(project, false, ownership);
    }

    /**
     * Takes on a promise that a dead session has left. Its log knows of it already, and nothing more is created under it.
     *
     * @param services what was or would have been created under it
     */
    public Lease adopt(LeaseNotice promise, Set<String> services, Ownership ownership) {
        Lease lease = new Lease(this, promise.id(), promise.project(), promise.wholeProject(), ownership);
        lease.inherit(services);
        open.add(lease);
        return lease;
    }

    /** What may still exist. */
    public List<Lease> open() {
        return List.copyOf(open);
    }

    /** From now on nothing is created under any lease: this JVM is about to end, while tests may still be running. */
    public void close() {
        closed = true;
        open.forEach(Lease::beginDeletion);
    }

    LeaseLog log() {
        return log;
    }

    void released(Lease lease) {
        open.remove(lease);
    }

    private Lease acquire(String project, boolean wholeProject, Ownership ownership) {
        requireOpen(project);
        Lease lease = new Lease(this, ids.incrementAndGet(), project, wholeProject, ownership);
        log.acquired(new LeaseNotice(lease.id(), project, wholeProject, ownership.expires()));
        open.add(lease);
        if (closed) {
            lease.release(LeaseEnding.DELETED);
        }
        requireOpen(project);
        return lease;
    }

    private void requireOpen(String project) {
        if (closed) {
            throw new IllegalStateException(
                    "This JVM is shutting down, so project '" + project + "' is not used. Start the tests again.");
        }
    }
}
