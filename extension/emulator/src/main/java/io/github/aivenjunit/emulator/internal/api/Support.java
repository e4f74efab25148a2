package io.github.aivenjunit.emulator.internal.api;

/** How far an operation of the API goes here. */
enum Support {
    /** It reaches the real server behind the service where there is one. */
    SERVER("works, with the engine"),
    /** The emulator keeps or computes what it tells. */
    CONTROL_PLANE("control plane only"),
    /** It checks the request and refuses it in the API's own form. */
    REFUSED("answers \"not supported\"");

    private final String words;

    Support(String words) {
        this.words = words;
    }

    /** For the table of the documentation. */
    String words() {
        return words;
    }
}
