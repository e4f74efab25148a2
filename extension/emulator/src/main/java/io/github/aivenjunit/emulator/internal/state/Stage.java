package io.github.aivenjunit.emulator.internal.state;

import java.time.Duration;

/** What happens to a service while it builds, in this order, and after which tenths of the build time. */
enum Stage {
    NODES_SET_UP(1),
    DATA_SYNCS(5),
    FIRST_BACKUP(8),
    RUNNING(10);

    private final int tenths;

    Stage(int tenths) {
        this.tenths = tenths;
    }

    Duration after(Duration buildTime) {
        return buildTime.multipliedBy(tenths).dividedBy(10);
    }
}
