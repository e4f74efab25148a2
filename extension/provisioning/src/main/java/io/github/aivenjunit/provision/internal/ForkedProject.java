package io.github.aivenjunit.provision.internal;

import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A project that this session has begun for whichever fork runs the class. Thread-safe. */
final class ForkedProject {

    private static final Logger logger = LoggerFactory.getLogger(ForkedProject.class);

    private final String className;
    private final ForkPlace place;
    private final Provisioning project;
    private State state = State.CREATING;

    /** How far it is. */
    private enum State {
        CREATING,
        READY,
        FAILED,
        /** This session lets go of it. */
        LEAVING
    }

    private ForkedProject(String className, ForkPlace place, Provisioning project) {
        this.className = className;
        this.place = place;
        this.project = project;
    }

    /** Begins it. */
    static ForkedProject begin(String className, ForkPlace place, Provisioning project, Executor executor) {
        ForkedProject begun = new ForkedProject(className, place, project);
        project.begin();
        executor.execute(begun::await);
        return begun;
    }

    private void await() {
        try {
            place.created(project.provision().name());
            ended(State.READY);
        } catch (RuntimeException e) {
            logger.debug("The project of {} could not be made ahead; the class tries it itself", className, e);
            ended(State.FAILED);
        }
    }

    private synchronized void ended(State how) {
        if (state == State.CREATING) {
            state = how;
        }
    }

    String className() {
        return className;
    }

    ForkPlace place() {
        return place;
    }

    Provisioning project() {
        return project;
    }

    synchronized boolean isCreating() {
        return state == State.CREATING;
    }

    synchronized boolean hasFailed() {
        return state == State.FAILED;
    }

    synchronized boolean isLeaving() {
        return state == State.LEAVING;
    }

    /** Tells whether nobody did so before. */
    synchronized boolean beginToLeave() {
        boolean first = state != State.LEAVING;
        state = State.LEAVING;
        return first;
    }

    /** Deletes it where whoever came for it has died since, and hands it over otherwise. */
    void leave() {
        try {
            project.delete();
        } catch (RuntimeException e) {
            // It stays among the projects of the session, which tries again at its end.
            logger.warn("The project of {} cannot be let go of yet: {}", className, e.getMessage());
        }
        place.leave();
    }
}
