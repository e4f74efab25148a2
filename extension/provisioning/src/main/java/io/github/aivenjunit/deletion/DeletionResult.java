package io.github.aivenjunit.deletion;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of one project, or of our services in somebody else's. Immutable.
 *
 * @param project the project
 * @param services the services that are verified to be gone
 * @param outcome what became of the whole
 * @param elapsed from the first delete call to the last verification
 */
public record DeletionResult(String project, List<String> services, Outcome outcome, Duration elapsed) {

    public DeletionResult {
        services = List.copyOf(services);
    }

    /** How a deletion ended. */
    public sealed interface Outcome {

        /** Verified: the API answers 404. */
        record Gone() implements Outcome {}

        /**
         * Every service is gone, and Aiven keeps the empty project until its balance is settled (Aiven API: 403
         * "Project with open balance cannot be deleted"). It costs nothing further.
         */
        record Tombstone(String reason) implements Outcome {}

        /** Another session of this machine uses the shared project, and deletes it. */
        record HandedOver() implements Outcome {}

        /** Something is left and may cost money. */
        record Left(List<Leftover> leftovers) implements Outcome {

            public Left {
                leftovers = List.copyOf(leftovers);
            }
        }
    }

    /**
     * Something that could not be deleted.
     *
     * @param service the service; empty for the project itself
     * @param reason why not
     * @param hourlyPrice what it costs, when known, for example {@code 0.0685 USD}
     * @param cause the last failure
     */
    public record Leftover(
            Optional<String> service, String reason, Optional<String> hourlyPrice, Optional<Exception> cause) {}
}
