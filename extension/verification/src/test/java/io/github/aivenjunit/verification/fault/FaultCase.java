package io.github.aivenjunit.verification.fault;

import io.github.aivenjunit.emulator.fault.Fault;
import java.time.Duration;
import java.util.Optional;

/**
 * One run of the matrix.
 *
 * @param strike what happens on the way; nothing when empty
 */
record FaultCase(Scenario scenario, Condition condition, Optional<Strike> strike) {

    /** What is provisioned. */
    enum Scenario {
        /** A project of our own with two services. */
        PROJECT,

        /** Two services in somebody else's project. */
        SERVICES
    }

    /** How the API is from the beginning to the end of a run. */
    enum Condition {
        USUAL,
        MEMBERSHIP_LAG,
        NAME_RESERVATION,
        OPEN_BALANCE;

        Optional<Fault> fault() {
            return switch (this) {
                case USUAL -> Optional.empty();
                case MEMBERSHIP_LAG -> Optional.of(new Fault.MembershipLag(2));
                case NAME_RESERVATION -> Optional.of(new Fault.NameReservation(Duration.ofMinutes(10)));
                case OPEN_BALANCE -> Optional.of(new Fault.OpenBalance());
            };
        }
    }

    static FaultCase undisturbed(Scenario scenario) {
        return new FaultCase(scenario, Condition.USUAL, Optional.empty());
    }
}
