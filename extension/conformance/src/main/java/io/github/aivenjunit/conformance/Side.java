package io.github.aivenjunit.conformance;

/** Who has to answer for a violation. */
enum Side {
    CLIENT,
    EMULATOR
}
