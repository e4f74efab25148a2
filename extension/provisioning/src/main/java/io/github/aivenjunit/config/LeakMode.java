package io.github.aivenjunit.config;

/** What follows when something could not be deleted. */
public enum LeakMode {

    /** The class whose project it is fails, and the ledger names it. */
    REPORT,

    /** The run fails too, also for what the end of the session finds. */
    FAIL
}
