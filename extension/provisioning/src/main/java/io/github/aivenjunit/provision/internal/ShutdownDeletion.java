package io.github.aivenjunit.provision.internal;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A quick first try when the JVM is asked to end: tests go on in their threads meanwhile and could create services, so
 * creation is refused first, then everything is deleted at once. What it does not manage is the watchdog's.
 */
final class ShutdownDeletion {

    private static final Logger logger = LoggerFactory.getLogger(ShutdownDeletion.class);

    private final Thread hook;
    private final AtomicBoolean armed = new AtomicBoolean();

    /**
     * A hook that is not armed yet.
     *
     * @param refuse lets nothing more be created
     * @param deleteAll deletes what there is and returns when it is gone
     */
    ShutdownDeletion(Runnable refuse, Runnable deleteAll) {
        this.hook = new Thread(
                () -> {
                    refuse.run();
                    deleteAll.run();
                },
                "aiven-junit-shutdown");
    }

    /**
     * From now on the end of the JVM deletes. Idempotent.
     *
     * @throws IllegalStateException if the JVM is ending already
     */
    void arm() {
        if (armed.compareAndSet(false, true)) {
            Runtime.getRuntime().addShutdownHook(hook);
        }
    }

    /** The session ends as it should. Idempotent. */
    void disarm() {
        if (armed.compareAndSet(true, false)) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                logger.debug("The JVM is ending already", e);
            }
        }
    }
}
