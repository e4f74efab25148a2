package io.github.aivenjunit.engine.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.time.BuildTimes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole way: the API on one side, the registry's own clients on the other. */
class KafkaSchemaControlPlaneTests {

    private static final String SERVICE = "/project/orders/service/events";
    private static final String REGISTRY = SERVICE + "/kafka/schema";
    private static final String SCHEMA = "{'schema':'{\\\"type\\\":\\\"string\\\"}'}";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @RegisterExtension
    final KafkaServers servers = new KafkaServers();

    @Test
    void whatTheApiRegistersClientsFind() throws Exception {
        try (AivenEmulator emulator = AivenEmulator.builder()
                .engines(List.of(servers.engine()))
                .buildTimes(BuildTimes.fixed(Duration.ZERO))
                .start()) {
            call(emulator, "POST", "/project", "{'project':'orders'}");
            JsonNode service = call(
                            emulator,
                            "POST",
                            "/project/orders/service",
                            "{'service_name':'events','service_type':'kafka','plan':'business-4',"
                                    + "'user_config':{'schema_registry':true}}")
                    .path("service");
            awaitRunning(emulator);
            URI address = URI.create(
                    service.at("/connection_info/schema_registry_uri").asText());
            String[] login = address.getUserInfo().split(":", 2);
            RegistryClient registry = RegistryClient.of(
                    address.getPort(),
                    call(emulator, "GET", "/project/orders/kms/ca", "")
                            .path("certificate")
                            .asText(),
                    new Credentials(login[0], login[1]));

            assertThat(call(emulator, "POST", REGISTRY + "/subjects/s%2F1/versions", SCHEMA)
                            .toString())
                    .isEqualTo("{\"id\":1}");
            assertThat(registry.get("/subjects/s%2F1/versions/1/schema")).isEqualTo("200 {'type':'string'}");
            assertThat(call(emulator, "POST", REGISTRY + "/subjects/s%2F1/versions", SCHEMA.replace("string", "int"))
                            .path("message")
                            .asText())
                    .startsWith("Incompatible schema, compatibility_mode=BACKWARD. Incompatibilities: ");
            assertThat(call(emulator, "GET", REGISTRY + "/config/s%2F1", "")
                            .path("message")
                            .asText())
                    .isEqualTo("Subject 's/1' does not have subject-level compatibility configured");
            assertThat(call(
                                    emulator,
                                    "POST",
                                    SERVICE + "/kafka/schema-registry/acl",
                                    "{'permission':'schema_registry_read','resource':'Subject:*','username':'bob'}")
                            .path("acl"))
                    .hasSize(3);
            assertThat(call(emulator, "PUT", SERVICE, "{'user_config':{'schema_registry':false}}")
                            .path("message")
                            .asText())
                    .isEqualTo("The emulator cannot turn Apache Kafka 4.3.1 with a schema registry into Apache Kafka"
                            + " 4.3.1. Create a new service, or run against Aiven.");
        }
    }

    private void awaitRunning(AivenEmulator emulator) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!call(emulator, "GET", SERVICE, "").at("/service/state").asText().equals("RUNNING")) {
            assertThat(System.nanoTime()).as("within 60 s").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private JsonNode call(AivenEmulator emulator, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.endpoint() + "/v1" + path))
                .header("Authorization", "aivenv1 " + emulator.token())
                .method(
                        method,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return new JsonMapper().readTree(response.body());
    }
}
