package io.github.aivenjunit.timeline;

/** How a test ended. */
public enum TestOutcome {

    /** It succeeded. */
    PASSED,

    /** It failed. */
    FAILED,

    /** It ended itself, for example by an assumption that does not hold. */
    ABORTED,

    /** It was never started. */
    SKIPPED
}
