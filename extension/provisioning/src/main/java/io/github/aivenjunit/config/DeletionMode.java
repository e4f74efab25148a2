package io.github.aivenjunit.config;

/** Whether a class waits for the deletion of its project. */
public enum DeletionMode {

    /** It does, and a deletion that fails fails the class. */
    CONFIRMED,

    /** The next class starts meanwhile. The session waits at its end, and says what could not be deleted. */
    BACKGROUND
}
