package io.github.aivenjunit.lease.internal;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * The promise to delete a project, or services in somebody else's project. Made before the first create call, because
 * a create whose answer is lost still creates. Thread-safe.
 */
public final class Lease {

    private final LeaseBook book;
    private final long id;
    private final String project;
    private final boolean wholeProject;
    private final Ownership ownership;
    private final Set<String> services = new TreeSet<>();
    private final Set<String> unanswered = new TreeSet<>();
    private boolean ending;
    private boolean released;

    Lease(LeaseBook book, long id, String project, boolean wholeProject, Ownership ownership) {
        this.book = book;
        this.id = id;
        this.project = project;
        this.wholeProject = wholeProject;
        this.ownership = ownership;
        if (wholeProject) {
            unanswered.add(project);
        }
    }

    /** Its number in its session. */
    public long id() {
        return id;
    }

    public String project() {
        return project;
    }

    /** Whether the project itself is ours to delete; otherwise only {@link #services()} are. */
    public boolean wholeProject() {
        return wholeProject;
    }

    public Ownership ownership() {
        return ownership;
    }

    /**
     * Adds a service before it is created.
     *
     * @throws IllegalStateException if the deletion has begun, because it would not see the service
     */
    public synchronized void cover(String service) {
        if (ending) {
            throw new IllegalStateException("Project '" + project + "' is being deleted, so service '" + service
                    + "' is not created. Create services before the end of the test class.");
        }
        book.log().covered(id, service);
        services.add(service);
        unanswered.add(service);
    }

    synchronized void inherit(Set<String> inherited) {
        ending = true;
        services.addAll(inherited);
        unanswered.addAll(inherited);
    }

    /** The API has made the project, or the service, or has refused to: what is not seen is not there. */
    public synchronized void answered(String name) {
        unanswered.remove(name);
    }

    /** The project, and the services, whose create may still take effect although they are not seen. */
    public synchronized Set<String> unanswered() {
        return Set.copyOf(unanswered);
    }

    /** The services that were or will be created. */
    public synchronized Set<String> services() {
        return Set.copyOf(services);
    }

    /** The tags were moved to a later expiry. */
    public synchronized void renew(Instant expires) {
        if (!released) {
            book.log().renewed(id, expires);
        }
    }

    /** Whether its deletion has not begun. */
    public synchronized boolean living() {
        return !ending;
    }

    /** From now on nothing more is created under this lease. */
    public synchronized void beginDeletion() {
        ending = true;
    }

    /** Nothing is left to delete. Idempotent. */
    public synchronized void release(LeaseEnding how) {
        ending = true;
        if (!released) {
            book.log().released(id, how);
            released = true;
            book.released(this);
        }
    }
}
