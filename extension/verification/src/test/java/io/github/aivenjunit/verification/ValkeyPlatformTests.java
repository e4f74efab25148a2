package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenValkey;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.project.ValkeyService;
import io.github.aivenjunit.readiness.Rung;
import org.junit.jupiter.api.Test;

/** Services of different types stand side by side in one project. */
class ValkeyPlatformTests {

    @Test
    void twoTypesAreProvisionedAndGoneAgain() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(1, TwoTypesTestCase.class);
        }
    }

    @AivenProject
    @AivenPostgres
    @AivenValkey
    static class TwoTypesTestCase {

        @Test
        void bothAnsweredTheirFirstQuery(PostgresService postgres, ValkeyService valkey) {
            assertThat(postgres.readiness().rungs()).containsKey(Rung.QUERY);
            assertThat(valkey.readiness().rungs()).containsKey(Rung.QUERY);
            assertThat(valkey.server().uri().getScheme()).isEqualTo("rediss");
        }
    }
}
