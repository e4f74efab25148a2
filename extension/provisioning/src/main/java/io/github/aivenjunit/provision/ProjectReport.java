package io.github.aivenjunit.provision;

import io.github.aivenjunit.deletion.DeletionResult;
import io.github.aivenjunit.project.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of one project of a session.
 *
 * @param project its name
 * @param mode where it was
 * @param services its services
 * @param kept whether it was left on purpose
 * @param deletion how its deletion ended; empty while it lives and when it was kept
 */
public record ProjectReport(
        String project, Mode mode, List<ServiceReport> services, boolean kept, Optional<DeletionResult> deletion) {

    public ProjectReport {
        services = List.copyOf(services);
    }

    /**
     * What became of one service.
     *
     * @param readyAfter from the create call until a client could use it
     */
    public record ServiceReport(String name, String type, String plan, Duration readyAfter) {}
}
