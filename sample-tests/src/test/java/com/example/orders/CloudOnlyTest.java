package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.Mode;
import org.junit.jupiter.api.Test;

/** Makes sense on Aiven only: skipped, with a reason in the report, when no token is configured. */
@AivenProject(disabledWithoutToken = true)
@AivenPostgres
class CloudOnlyTest {

    @Test
    void runsOnAiven(EphemeralProject project) {
        assertThat(project.mode()).isEqualTo(Mode.CLOUD);
    }
}
