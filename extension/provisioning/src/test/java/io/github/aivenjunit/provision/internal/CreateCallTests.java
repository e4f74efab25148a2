package io.github.aivenjunit.provision.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.ApiToken;
import io.github.aivenjunit.client.RetryPolicy;
import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Moment;
import io.github.aivenjunit.emulator.fault.Target;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.LeaseBook;
import io.github.aivenjunit.lease.internal.LeaseLog;
import io.github.aivenjunit.lease.internal.Ownership;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CreateCallTests {

    private static final String PROJECT = "aj-shop";

    private final AivenEmulator emulator =
            AivenEmulator.builder().engines(List.of()).start();
    private final AivenClient client = AivenClient.builder()
            .endpoint(emulator.endpoint())
            .token(ApiToken.of(emulator.token()))
            .retry(RetryPolicy.none())
            .build();
    private final Lease lease =
            new LeaseBook(LeaseLog.none()).acquireProject(PROJECT, new Ownership("run", "jane", Instant.EPOCH));

    @AfterEach
    void close() {
        client.close();
        emulator.close();
    }

    @Test
    void nothingMoreComesOfACreateThatSucceeded() {
        assertThat(lease.unanswered()).containsExactly(PROJECT);

        create("google-europe-west1");

        assertThat(lease.unanswered()).isEmpty();
    }

    @Test
    void nothingComesOfACreateThatWasRefused() {
        assertThatThrownBy(() -> create("nowhere-at-all")).isInstanceOf(AivenApiException.class);

        assertThat(lease.unanswered()).isEmpty();
    }

    @Test
    void aCreateThatFailedMayStillTakeEffect() {
        emulator.inject(new Fault.ServerError(Target.operation("ProjectCreate"), 503, Moment.BEFORE_COMMIT));

        assertThatThrownBy(() -> create("google-europe-west1")).isInstanceOf(AivenApiException.class);

        assertThat(lease.unanswered()).containsExactly(PROJECT);
    }

    private void create(String cloud) {
        CreateCall.send(
                lease,
                PROJECT,
                () -> client.projects()
                        .create(ProjectCreate.builder(PROJECT).cloud(cloud).build()));
    }
}
