package io.github.aivenjunit.config;

/** Whether a child process deletes what a killed JVM leaves. */
public enum WatchdogMode {

    /** It does; where it cannot be started, the run goes on and says so loudly. */
    ON,

    /** It does; where it cannot be started, nothing is created. */
    REQUIRED,

    /** It does not. What a killed JVM leaves is found by the next run, or by a sweep. */
    OFF
}
