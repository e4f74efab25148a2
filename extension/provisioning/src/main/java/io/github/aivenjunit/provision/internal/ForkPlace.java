package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.share.internal.BuildForks;
import io.github.aivenjunit.share.internal.Turn;
import java.util.function.Function;

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

    void created(String project) {
        forks.created(key, session, project);
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
}
