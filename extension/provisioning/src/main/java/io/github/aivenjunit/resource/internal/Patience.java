package io.github.aivenjunit.resource.internal;

import java.util.concurrent.Callable;

/** How long somebody is ready to wait for a resource. */
@FunctionalInterface
public interface Patience {

    /**
     * Asks until the answer is yes.
     *
     * @throws InterruptedException if this thread was interrupted while it waited
     */
    void until(Callable<Boolean> isSo) throws InterruptedException;
}
