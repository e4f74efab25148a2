package io.github.aivenjunit.emulator.fault;

/** When a {@link Fault} strikes, seen from the change that the request asks for. */
public enum Moment {
    /** Nothing was changed. */
    BEFORE_COMMIT,

    /** The request was carried out, only its answer is lost. */
    AFTER_COMMIT
}
