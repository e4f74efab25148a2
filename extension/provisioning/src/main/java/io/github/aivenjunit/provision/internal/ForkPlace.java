package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.share.internal.BuildForks;
import io.github.aivenjunit.share.internal.Turn;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the forks of a build meet for the project of one class, as one session sees it.
 *
 * @param key what the class and its declaration are the same for
 * @param session the name of the session's journal file
 */
record ForkPlace(BuildForks forks, String key, String session) {

    BuildForks.Beginning begin(int window) {
        return forks.begin(key, session, window);
    }

    BuildForks.Claim claim() {
        return forks.claim(key);
    }

    Turn take(Function<String, Lease> lease) {
        return forks.take(key, session, lease);
    }

    boolean withdraw() {
        return forks.withdraw(key, session);
    }

    void leave() {
        forks.leave(key, session);
    }

    void renounce() {
        forks.renounce(key, session);
    }

    boolean isLetGo() {
        return forks.isLetGo(key);
    }

    /** A project that this session has begun for whichever fork runs the class. */
    record Begun(String className, ForkPlace place, Provisioning project, AtomicReference<State> state) {

        private static final Logger logger = LoggerFactory.getLogger(Begun.class);

        /** How far its creation is. */
        private enum State {
            CREATING,
            READY,
            FAILED
        }

        /** Begins it. */
        static Begun of(String className, ForkPlace place, Provisioning project, Executor executor) {
            Begun begun = new Begun(className, place, project, new AtomicReference<>(State.CREATING));
            project.begin();
            executor.execute(begun::await);
            return begun;
        }

        private void await() {
            try {
                EphemeralProject created = project.provision();
                place.forks().created(place.key(), place.session(), created.name());
                state.set(State.READY);
            } catch (RuntimeException e) {
                logger.debug("The project of {} could not be made ahead; the class tries it itself", className, e);
                state.set(State.FAILED);
            }
        }

        boolean isCreating() {
            return state.get() == State.CREATING;
        }

        BooleanSupplier failed() {
            return () -> state.get() == State.FAILED;
        }
    }
}
