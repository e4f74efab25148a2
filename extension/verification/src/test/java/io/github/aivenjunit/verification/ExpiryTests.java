package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a living session uses does not expire. */
class ExpiryTests {

    private static final String EXPIRES = "aiven-junit-expires";

    @Test
    void aProjectInUseIsRenewedBeforeItExpires() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(1, LongTestCase.class);
        }
    }

    @AivenProject(expiresAfter = "3s")
    static class LongTestCase {

        @Test
        void outlivesItsExpiry(EphemeralProject project) throws InterruptedException {
            Instant first = Instant.parse(project.tags().get(EXPIRES));

            await(() -> Instant.parse(project.client()
                            .projects()
                            .get(project.name())
                            .tags()
                            .get(EXPIRES))
                    .isAfter(first));
        }
    }

    @Test
    void aServiceInSomebodyElsesProjectIsRenewedByItself() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.emulator().createProject("shared", Map.of("team", "orders"));

            assertThat(ExtensionRun.failures(run.run(BorrowingTestCase.class))).isEmpty();
            assertThat(run.emulator().projects())
                    .singleElement()
                    .satisfies(project -> assertThat(project.tags()).isEqualTo(Map.of("team", "orders")));
            assertThat(run.journals()).isEmpty();
        }
    }

    @AivenProject(existing = "shared", expiresAfter = "3s")
    @AivenPostgres
    static class BorrowingTestCase {

        @Test
        void outlivesItsExpiry(EphemeralProject project, PostgresService postgres) throws InterruptedException {
            Instant first = Instant.parse(project.tags().get(EXPIRES));

            await(() -> Instant.parse(postgres.current().tags().get(EXPIRES)).isAfter(first));
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.holds()) {
            assertThat(Instant.now()).as("the expiry is not moved").isBefore(deadline);
            assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
        }
    }
}
