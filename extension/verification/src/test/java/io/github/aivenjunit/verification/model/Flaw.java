package io.github.aivenjunit.verification.model;

/** A way to break the protocol. The checker must find what comes of each. */
enum Flaw {
    NONE,
    CREATE_BEFORE_JOURNAL,
    NO_LOCK,
    WATCHDOG_DOES_NOT_SETTLE,
    SESSION_DOES_NOT_SETTLE,
    SWEEP_DROPS_YOUNG_PROMISES,
    SWEEP_OF_UNEXPIRED,
    SWEEP_READS_JOURNALS_BEFORE_THE_LIST,
    NO_VERIFICATION,
    TAGS_AFTER_CREATE,
    NO_RENEWAL,
    NO_SWEEP_ELSEWHERE
}
