package io.github.aivenjunit.provision.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.ApiToken;
import io.github.aivenjunit.client.RetryPolicy;
import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.client.model.ServiceCreate;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.LeaseBook;
import io.github.aivenjunit.lease.internal.LeaseLog;
import io.github.aivenjunit.lease.internal.Ownership;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseRenewalsTests {

    private static final String PROJECT = "theirs";
    private static final Ownership OWNERSHIP = new Ownership("run", "jane", Instant.EPOCH);

    private final AivenEmulator emulator =
            AivenEmulator.builder().engines(List.of()).start();
    private final AivenClient client = AivenClient.builder()
            .endpoint(emulator.endpoint())
            .token(ApiToken.of(emulator.token()))
            .retry(RetryPolicy.none())
            .build();
    private final LeaseRenewals renewals = new LeaseRenewals(Clock.systemUTC(), Thread::new);

    @AfterEach
    void close() {
        renewals.close();
        client.close();
        emulator.close();
    }

    @Test
    void aServiceThatWasNeverMadeDoesNotKeepTheOthersFromBeingRenewed() {
        client.projects()
                .create(ProjectCreate.builder(PROJECT)
                        .cloud("google-europe-west1")
                        .build());
        Lease lease = new LeaseBook(LeaseLog.none()).acquireServices(PROJECT, OWNERSHIP);
        // Many, because the services of a lease come in any order.
        for (int refused = 0; refused < 20; refused++) {
            lease.cover("refused-" + refused);
        }
        lease.cover("made");
        client.services()
                .create(
                        PROJECT,
                        ServiceCreate.builder("made", "grafana", "startup-1")
                                .tags(OWNERSHIP.tags(Map.of()))
                                .build());

        renewals.keepAlive(client, lease, Duration.ofSeconds(1));

        await().untilAsserted(() -> assertThat(emulator.services())
                .singleElement()
                .satisfies(service -> assertThat(Instant.parse(service.tags().get(Ownership.EXPIRES_TAG)))
                        .isAfter(OWNERSHIP.expires())));
    }
}
