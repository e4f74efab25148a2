package io.github.aivenjunit.emulator.engine;

/** What a server that starts with the data of another one is. */
public enum CopyKind {
    /** A service of its own from then on. */
    FORK,
    /** For reading only. A real one follows its source; that of an engine may stay as it was copied. */
    READ_REPLICA
}
