package io.github.aivenjunit.spec;

/** Whether a project outlives its test class, so that somebody can look at it. */
public enum Keep {

    /** The project is deleted after the class, whatever happened. The default. */
    NEVER,

    /** The project is kept when a test or a set-up method of the class failed, and deleted otherwise. */
    ON_FAILURE
}
