package io.github.aivenjunit.emulator.internal.state;

/** The states of a service. There is none for a failed or a deleted one. */
public enum ServiceState {
    POWEROFF,
    REBALANCING,
    REBUILDING,
    RUNNING
}
