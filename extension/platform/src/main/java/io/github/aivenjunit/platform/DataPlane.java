package io.github.aivenjunit.platform;

/** What stands behind an emulated service. */
public sealed interface DataPlane {

    /**
     * A real server that clients can use.
     *
     * @param engine its product and version, for reports
     */
    record Served(String engine) implements DataPlane {}

    /**
     * The API answers for the service, but nothing listens on its address.
     *
     * @param reason why, and what to do about it, as one sentence
     */
    record ControlPlaneOnly(String reason) implements DataPlane {}

    /**
     * The service cannot be created here.
     *
     * @param reason why, and what to do about it, as one sentence
     */
    record Unavailable(String reason) implements DataPlane {}
}
