package io.github.aivenjunit.project;

/** Where a project really is. */
public enum Mode {

    /** On Aiven, at the configured address. It costs money. */
    CLOUD,

    /** On the emulator inside this JVM. Nothing exists on Aiven. */
    EMULATED
}
