package io.github.aivenjunit.verification.kill;

import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenService;
import io.github.aivenjunit.project.EphemeralProject;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Hangs with a project in use. {@link SurefireEndTests} runs it in a Maven of its own; no build finds it by its name. */
@AivenProject
@AivenService(type = "kafka_mirrormaker", plan = "startup-1")
class HangingCase {

    @Test
    void hangs(EphemeralProject project) throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
