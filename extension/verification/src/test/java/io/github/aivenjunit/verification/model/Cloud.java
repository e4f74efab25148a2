package io.github.aivenjunit.verification.model;

/**
 * What Aiven has: one project with at most one service.
 *
 * @param expiresIn how many ticks until the expiry in the tags; counted from when they were drawn up
 * @param tagged whether the project carries them
 */
record Cloud(Existence project, Existence service, int expiresIn, boolean tagged) {

    /** In ticks. The settling time is one. */
    static final int TERM = 3;

    enum Existence {
        ABSENT,
        /** A create was sent; it takes effect later, or never. */
        UNDER_WAY,
        THERE
    }

    static Cloud empty() {
        return new Cloud(Existence.ABSENT, Existence.ABSENT, 0, false);
    }

    boolean projectThere() {
        return project == Existence.THERE;
    }

    boolean serviceThere() {
        return service == Existence.THERE;
    }

    boolean underWay() {
        return project == Existence.UNDER_WAY || service == Existence.UNDER_WAY;
    }

    boolean nothing() {
        return project == Existence.ABSENT && service == Existence.ABSENT;
    }

    boolean expired() {
        return tagged && expiresIn == 0;
    }

    Cloud withProject(Existence now) {
        // Aiven API: the create of a service in a project that is gone is a 404.
        return now == Existence.ABSENT
                ? new Cloud(now, Existence.ABSENT, expiresIn, false)
                : new Cloud(now, service, expiresIn, tagged);
    }

    Cloud withService(Existence now) {
        return new Cloud(project, now, expiresIn, tagged);
    }

    Cloud expiringIn(int ticks) {
        return new Cloud(project, service, ticks, tagged);
    }

    Cloud withTags(boolean now) {
        return new Cloud(project, service, expiresIn, now);
    }
}
