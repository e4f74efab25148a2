package io.github.aivenjunit.watchdog.internal;

/** What the two processes say to each other besides the charge and the lines of the journal. */
final class Word {

    /** The watchdog has its charge. */
    static final String READY = "ready";

    /** The watchdog remembers the line. */
    static final String OK = "ok";

    /** The watchdog could not read the line. */
    static final String UNREADABLE = "unreadable";

    /** The session ends and has left nothing. */
    static final String BYE = "bye";

    private Word() {}
}
