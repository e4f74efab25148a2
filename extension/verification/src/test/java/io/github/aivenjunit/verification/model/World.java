package io.github.aivenjunit.verification.model;

/**
 * What is not the protocol's to decide.
 *
 * @param sessionsStall a session may do nothing for a whole term and then go on: suspended, or without a network
 * @param creatorsStall a create may be sent long after its journal line was written
 * @param createsAreSlow a create may take effect later than the settling time
 * @param locksGetLost the lock of a living session may be lost
 */
record World(boolean sessionsStall, boolean creatorsStall, boolean createsAreSlow, boolean locksGetLost) {

    /** Nothing of it: the assumptions under which everything is promised. */
    static World assumed() {
        return new World(false, false, false, false);
    }

    World whereSessionsStall() {
        return new World(true, creatorsStall, createsAreSlow, locksGetLost);
    }

    World whereCreatorsStall() {
        return new World(sessionsStall, true, createsAreSlow, locksGetLost);
    }

    World whereCreatesAreSlow() {
        return new World(sessionsStall, creatorsStall, true, locksGetLost);
    }

    World whereLocksGetLost() {
        return new World(sessionsStall, creatorsStall, createsAreSlow, true);
    }
}
