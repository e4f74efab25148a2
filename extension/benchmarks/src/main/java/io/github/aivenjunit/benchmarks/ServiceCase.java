package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenService;
import io.github.aivenjunit.project.EphemeralProject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the generated classes with a service inherit. The service has no address: usable means RUNNING. */
@AivenProject
@AivenService(name = "mirror", type = "kafka_mirrormaker", plan = "startup-1")
abstract class ServiceCase {

    /** What the one test of each class takes. */
    static final Duration TEST = Duration.ofMillis(100);

    @Test
    void takesItsTime(EphemeralProject project) throws InterruptedException {
        boolean interrupted = new CountDownLatch(1).await(TEST.toMillis(), TimeUnit.MILLISECONDS);
        if (interrupted || project.services().size() != 1) {
            throw new IllegalStateException("The project has not one service. Look at the declaration of this class.");
        }
    }
}
