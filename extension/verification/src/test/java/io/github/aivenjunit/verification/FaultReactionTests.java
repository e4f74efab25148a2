package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.ApiToken;
import io.github.aivenjunit.client.RetryPolicy;
import io.github.aivenjunit.client.model.ConnectionPoolCreate;
import io.github.aivenjunit.client.model.IntegrationCreate;
import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.client.model.ServiceCreate;
import io.github.aivenjunit.client.model.ServiceUpdate;
import io.github.aivenjunit.client.model.UserConfig;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.SecretAccess;
import io.github.aivenjunit.emulator.fault.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What our client makes of the emulator's faults. The emulator's README has the table. */
class FaultReactionTests {

    private static final RetryPolicy QUICK = new RetryPolicy(4, Duration.ofMillis(1), Duration.ofMillis(5));

    private final AivenEmulator emulator =
            AivenEmulator.builder().engines(List.of()).start();
    private final AivenClient client = client(emulator.token());

    private AivenClient client(String token) {
        return AivenClient.builder()
                .endpoint(emulator.endpoint())
                .token(ApiToken.of(token))
                .retry(QUICK)
                .build();
    }

    @BeforeEach
    void createProject() {
        client.projects().create(ProjectCreate.builder("orders").build());
    }

    @AfterEach
    void close() {
        client.close();
        emulator.close();
    }

    private void create(String name, String type, String plan) {
        client.services()
                .create("orders", ServiceCreate.builder(name, type, plan).build());
    }

    @Test
    void aTokenThatIsRefusedWith403IsAFailedAuthenticationToo() {
        for (int status : List.of(401, 403)) {
            emulator.inject(new Fault.InvalidToken(status));
            try (AivenClient stranger = client("unknown")) {
                assertThatThrownBy(stranger::me).isInstanceOf(AivenApiException.Unauthenticated.class);
            }
        }
    }

    @Test
    void aRefusalIsNotRepeatedAndSaysWhatTheApiSaid() {
        emulator.inject(new Fault.Refused(
                Target.operation("ServiceCreate"),
                403,
                "You don't have permission to perform this action: ServiceCreate"));

        assertThatThrownBy(() -> create("main", "pg", "startup-4"))
                .isInstanceOf(AivenApiException.Forbidden.class)
                .hasMessageContaining("You don't have permission to perform this action: ServiceCreate");
        assertThat(emulator.requests().stream()
                        .filter(request -> request.operationId().equals(Optional.of("ServiceCreate"))))
                .hasSize(1);
    }

    @Test
    void aStallIsGivenUpAndRepeated() {
        emulator.inject(new Fault.Stall(Target.operation("UserInfo").once(), Duration.ofMinutes(1)));

        try (AivenClient hasty = AivenClient.builder()
                .endpoint(emulator.endpoint())
                .token(ApiToken.of(emulator.token()))
                .callTimeout(Duration.ofMillis(500))
                .retry(QUICK)
                .build()) {
            assertThat(hasty.me()).isNotNull();
        }
    }

    @Test
    void aUserThatIsUnknownIsDeletedWhateverTheStatus() {
        create("main", "pg", "startup-4");
        for (int status : List.of(404, 403)) {
            emulator.inject(new Fault.UnknownUser(status));

            client.serviceUsers().delete("orders", "main", "nobody");
        }
        assertThat(client.serviceUsers().find("orders", "main", "nobody")).isEmpty();
    }

    @Test
    void aProjectWithServicesStaysAndTheCallerLearnsIt() {
        create("main", "valkey", "startup-4");
        emulator.inject(new Fault.ProjectNotEmpty(409));
        assertThatThrownBy(() -> client.projects().delete("orders")).isInstanceOf(AivenApiException.Conflict.class);
        emulator.inject(new Fault.ProjectNotEmpty(403));
        assertThatThrownBy(() -> client.projects().delete("orders")).isInstanceOf(AivenApiException.Forbidden.class);
        assertThat(client.projects().find("orders")).isPresent();
    }

    @Test
    void aNameThatIsReservedIsAConflictAndNotOurService() {
        emulator.inject(new Fault.NameReservation(Duration.ofHours(1)));
        create("main", "valkey", "startup-4");
        client.services().delete("orders", "main");

        assertThatThrownBy(() -> create("main", "valkey", "startup-4"))
                .isInstanceOf(AivenApiException.Conflict.class)
                .hasMessageContaining("Service name is already in use in this project");
    }

    @Test
    void aPlanCannotChangeBeforeTheFirstBackup() {
        emulator.inject(new Fault.BackupLag(Duration.ofHours(1)));
        create("main", "pg", "startup-4");

        assertThatThrownBy(() -> client.services()
                        .update(
                                "orders",
                                "main",
                                ServiceUpdate.builder().plan("startup-8").build()))
                .isInstanceOf(AivenApiException.Conflict.class)
                .hasMessageContaining("Service main has no backup yet");
    }

    @Test
    void aVpcThatIsStillOccupiedIsAConflict() throws Exception {
        post(
                "/project/orders/vpcs",
                "{\"cloud_name\":\"google-europe-west1\",\"network_cidr\":\"10.0.0.0/24\",\"peering_connections\":[]}");
        String vpc = client.network().vpcs("orders").get(0).projectVpcId();
        emulator.inject(new Fault.ResourceLag(Duration.ofHours(1)));
        client.services()
                .create(
                        "orders",
                        ServiceCreate.builder("main", "valkey", "startup-4")
                                .projectVpcId(vpc)
                                .build());
        client.services().delete("orders", "main");

        assertThatThrownBy(() -> client.network().deleteVpc("orders", vpc))
                .isInstanceOf(AivenApiException.Conflict.class);
    }

    @Test
    void anIntegrationThatIsNotReadableYetIsNotThereYet() {
        create("stream", "kafka", "business-4");
        create("connect", "kafka_connect", "startup-4");
        emulator.inject(new Fault.IntegrationLag(1));
        String id = client.integrations()
                .create(
                        "orders",
                        IntegrationCreate.builder("kafka_connect")
                                .sourceService("stream")
                                .destService("connect")
                                .build())
                .serviceIntegrationId();

        assertThat(client.integrations().find("orders", id)).isEmpty();
        assertThat(client.integrations().find("orders", id)).isPresent();
    }

    @Test
    void kafkaConnectThatComesUpLaterIsWaitedFor() {
        emulator.inject(new Fault.ConnectLag(503, 2));
        client.services()
                .create(
                        "orders",
                        ServiceCreate.builder("stream", "kafka", "business-4")
                                .userConfig(UserConfig.of(Map.of("kafka_connect", true)))
                                .build());

        assertThat(client.connectors().list("orders", "stream")).isEmpty();
    }

    @Test
    void aPoolWhoseUserIsNotKnownYetIsRefusedAndCanBeAskedForAgain() {
        emulator.inject(new Fault.PoolUserLag(1));
        create("main", "pg", "startup-4");
        ConnectionPoolCreate pool = ConnectionPoolCreate.of("pool", "defaultdb");

        assertThatThrownBy(() -> client.postgres().createConnectionPool("orders", "main", pool))
                .isInstanceOf(AivenApiException.Forbidden.class)
                .hasMessageContaining("Service database username avnadmin does not exist");
        client.postgres().createConnectionPool("orders", "main", pool);
        assertThat(client.postgres().connectionPools("orders", "main")).hasSize(1);
    }

    @Test
    void redactedSecretsAreAskedForAndForbiddenOnesAreNamed() {
        create("main", "pg", "startup-4");
        emulator.inject(new Fault.Redaction(SecretAccess.REDACTED));
        assertThat(client.services()
                        .get("orders", "main")
                        .serviceUri()
                        .orElseThrow()
                        .reveal())
                .startsWith("postgres://avnadmin:AVNS_");
        emulator.inject(new Fault.Redaction(SecretAccess.FORBIDDEN));
        assertThatThrownBy(() -> client.services().get("orders", "main"))
                .isInstanceOf(AivenApiException.Forbidden.class);
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        assertThat(http.send(
                                HttpRequest.newBuilder(URI.create(emulator.endpoint() + "/v1" + path))
                                        .header("Authorization", "aivenv1 " + emulator.token())
                                        .POST(HttpRequest.BodyPublishers.ofString(body))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }
}
