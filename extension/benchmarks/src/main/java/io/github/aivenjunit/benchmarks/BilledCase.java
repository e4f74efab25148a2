package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenService;
import io.github.aivenjunit.project.EphemeralProject;
import org.junit.jupiter.api.Test;

/** What generated classes inherit of which the time is only simulated. The service has no address. */
@AivenProject
@AivenService(name = "mirror", type = "kafka_mirrormaker", plan = "startup-1")
abstract class BilledCase {
    @Test
    void passes(EphemeralProject project) {}
}
