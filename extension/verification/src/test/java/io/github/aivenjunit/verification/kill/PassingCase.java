package io.github.aivenjunit.verification.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenService;
import io.github.aivenjunit.project.EphemeralProject;
import org.junit.jupiter.api.Test;

/** Uses its project and ends. {@link SurefireEndTests} runs it in a Maven of its own; no build finds it by its name. */
@AivenProject
@AivenService(type = "kafka_mirrormaker", plan = "startup-1")
class PassingCase {

    @Test
    void passes(EphemeralProject project) {
        assertThat(project.services()).hasSize(1);
    }
}
