package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.time.BuildTimeline;
import java.time.Duration;

/** How services, and what is in them and around them, come to be. */
public interface Builds {

    /** How long a thing of this kind takes, for example a service type. */
    Duration time(String kind);

    /**
     * What a new service shows.
     *
     * @param build how many builds there were before
     */
    BuildTimeline create(String type, String plan, int nodes, int build);

    /** What a service shows that exists and gets new machines. */
    BuildTimeline rebuild(String type, String plan, int nodes, int build);
}
