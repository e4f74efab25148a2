package io.github.aivenjunit.deletion.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.ApiToken;
import io.github.aivenjunit.client.RetryPolicy;
import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.client.model.ServiceCreate;
import io.github.aivenjunit.deletion.DeletionResult;
import io.github.aivenjunit.deletion.DeletionResult.Outcome;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Moment;
import io.github.aivenjunit.emulator.fault.Target;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.LeaseBook;
import io.github.aivenjunit.lease.internal.LeaseLog;
import io.github.aivenjunit.lease.internal.Ownership;
import io.github.aivenjunit.readiness.internal.Poller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectDeleterTests {

    private static final String PROJECT = "aj-deleted";
    private static final Ownership OWNERSHIP = new Ownership("run", "jane", Instant.EPOCH);

    private final AivenEmulator emulator =
            AivenEmulator.builder().engines(List.of()).start();
    private final AivenClient client = AivenClient.builder()
            .endpoint(emulator.endpoint())
            .token(ApiToken.of(emulator.token()))
            .retry(RetryPolicy.none())
            .build();
    private final LeaseBook book = new LeaseBook(LeaseLog.none());

    @AfterEach
    void close() {
        client.close();
        emulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ProjectGet, 1",
        "ProjectGet, 2",
        "ServiceList, 1",
        "ServiceList, 2",
        "ServiceDelete, 1",
        "ProjectDelete, 1"
    })
    void passingTroubleAtAnyStepIsAnsweredByAnotherPass(String operation, int hit) {
        createProject(OWNERSHIP.tags(Map.of()));
        emulator.inject(new Fault.ServerError(Target.operation(operation).nth(hit), 503, Moment.BEFORE_COMMIT));

        assertThat(delete().outcome()).isEqualTo(new Outcome.Gone());
        assertThat(emulator.projects()).isEmpty();
        assertThat(book.open()).isEmpty();
    }

    @Test
    void aProjectWithoutOurTagIsRefusedAndItsLeaseStays() {
        createProject(Map.of());

        assertThat(delete().outcome())
                .isInstanceOfSatisfying(
                        Outcome.Left.class,
                        left -> assertThat(left.leftovers())
                                .singleElement()
                                .satisfies(leftover -> assertThat(leftover.reason())
                                        .isEqualTo("refused, because the project lacks our name prefix or our tag")));
        assertThat(emulator.services()).hasSize(1);
        assertThat(book.open()).hasSize(1);
    }

    @Test
    void aCreateThatWasNotAnsweredIsWaitedForAndItsProjectDeleted() {
        Lease lease = book.acquireProject(PROJECT, OWNERSHIP);

        assertThat(settling(lateCreate()).delete(lease).outcome()).isEqualTo(new Outcome.Gone());
        assertThat(emulator.projects()).isEmpty();
        assertThat(book.open()).isEmpty();
    }

    @Test
    void aCreateThatWasRefusedIsNotWaitedFor() {
        Lease lease = book.acquireProject(PROJECT, OWNERSHIP);
        lease.answered(PROJECT);

        assertThat(settling(giveUpAfterOneRound()).delete(lease).outcome()).isEqualTo(new Outcome.Gone());
    }

    @Test
    void aLeaseWhoseCreateIsNotAnsweredInTimeStays() {
        Lease lease = book.acquireProject(PROJECT, OWNERSHIP);

        assertThat(settling(giveUpAfterOneRound()).delete(lease).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Left.class,
                        left -> assertThat(left.leftovers())
                                .singleElement()
                                .satisfies(leftover -> assertThat(leftover.reason())
                                        .isEqualTo("its create was not answered and may still take effect")));
        assertThat(book.open()).containsExactly(lease);
    }

    /** The create takes effect between the first round and the second. */
    private Rounds lateCreate() {
        return new Rounds() {
            @Override
            public <T> Optional<T> until(Duration atMost, Callable<Optional<T>> round) {
                Optional<T> found = call(round);
                if (found.isEmpty()) {
                    createProject(OWNERSHIP.tags(Map.of()));
                }
                while (found.isEmpty()) {
                    found = call(round);
                }
                return found;
            }
        };
    }

    private static Rounds giveUpAfterOneRound() {
        return new Rounds() {
            @Override
            public <T> Optional<T> until(Duration atMost, Callable<Optional<T>> round) {
                return call(round);
            }
        };
    }

    private static <T> Optional<T> call(Callable<Optional<T>> round) {
        try {
            return round.call();
        } catch (Exception e) {
            throw new AssertionError("The deleter lets no exception out of a round", e);
        }
    }

    private ProjectDeleter settling(Rounds rounds) {
        return new ProjectDeleter(
                new ClientDeletionApi(client),
                Runnable::run,
                rounds,
                Duration.ofSeconds(20),
                Duration.ofHours(1),
                Clock.systemUTC());
    }

    private void createProject(Map<String, String> tags) {
        client.projects()
                .create(ProjectCreate.builder(PROJECT)
                        .cloud("google-europe-west1")
                        .tags(tags)
                        .build());
        client.services()
                .create(
                        PROJECT,
                        ServiceCreate.builder("one", "grafana", "startup-1").build());
    }

    private DeletionResult delete() {
        Lease lease = book.acquireProject(PROJECT, OWNERSHIP);
        return new ProjectDeleter(
                        new ClientDeletionApi(client),
                        Runnable::run,
                        new Poller(Duration.ofMillis(10))::until,
                        Duration.ofSeconds(20),
                        Clock.systemUTC())
                .delete(lease);
    }
}
