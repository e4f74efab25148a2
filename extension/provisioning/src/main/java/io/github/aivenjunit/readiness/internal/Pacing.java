package io.github.aivenjunit.readiness.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How often to look at the services of one project. Thread-safe. */
public interface Pacing {

    /** The pause after the last look, for those who wait now. */
    Duration next(List<Building> waits);

    /** How old a look may be that shows whether a service that does not answer is still there. */
    Duration recheck();

    /** Nobody waits now. */
    default void idle() {}

    /**
     * A service that is waited for.
     *
     * @param curve when it is likely to be ready; empty for a change whose time nobody knows
     * @param elapsed how long it had been waited for at the last look
     * @param looks how many there were
     */
    record Building(Optional<BuildCurve> curve, Duration elapsed, int looks) {}
}
