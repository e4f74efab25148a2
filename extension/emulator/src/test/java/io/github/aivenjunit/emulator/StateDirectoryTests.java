package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTests {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void everythingComesBackAfterARestart() throws Exception {
        String token;
        String service;
        String project;
        String events;
        String integrations;
        try (AivenEmulator emulator = start()) {
            token = emulator.token();
            send(emulator, "POST", "/v1/project", "{\"project\":\"orders\",\"tags\":{\"team\":\"a\"}}");
            create(emulator, "pg-1", "pg", "startup-4");
            create(emulator, "kafka-1", "kafka", "startup-2");
            create(emulator, "valkey-1", "valkey", "startup-4");
            send(emulator, "POST", "/v1/project/orders/service/pg-1/db", "{\"database\":\"shop\"}");
            send(emulator, "POST", "/v1/project/orders/service/pg-1/user", "{\"username\":\"reader\"}");
            send(
                    emulator,
                    "POST",
                    "/v1/project/orders/service/pg-1/connection_pool",
                    "{\"pool_name\":\"pool\",\"database\":\"shop\",\"username\":\"reader\"}");
            send(
                    emulator,
                    "POST",
                    "/v1/project/orders/service/kafka-1/topic",
                    "{\"topic_name\":\"t\",\"partitions\":3,\"replication\":2}");
            send(
                    emulator,
                    "POST",
                    "/v1/project/orders/service/kafka-1/acl",
                    "{\"permission\":\"read\",\"topic\":\"t\",\"username\":\"avnadmin\"}");
            send(
                    emulator,
                    "POST",
                    "/v1/project/orders/integration",
                    "{\"integration_type\":\"datasource\",\"source_service\":\"pg-1\",\"dest_service\":\"kafka-1\"}");
            send(
                    emulator,
                    "POST",
                    "/v1/project/orders/vpcs",
                    "{\"cloud_name\":\"google-europe-west1\",\"network_cidr\":\"10.0.0.0/24\",\"peering_connections\":[]}");
            send(emulator, "POST", "/v1/access_token", "{\"description\":\"second\"}");
            service = comparable(read(emulator, "/v1/project/orders/service/pg-1"));
            project = read(emulator, "/v1/project/orders/kms/ca");
            events = read(emulator, "/v1/project/orders/service/kafka-1/topic");
            integrations = read(emulator, "/v1/project/orders/service/pg-1/integration");
        }
        try (AivenEmulator emulator = start()) {
            assertThat(emulator.token()).isEqualTo(token);
            assertThat(comparable(read(emulator, "/v1/project/orders/service/pg-1")))
                    .isEqualTo(service);
            assertThat(read(emulator, "/v1/project/orders/kms/ca")).isEqualTo(project);
            assertThat(read(emulator, "/v1/project/orders/service/kafka-1/topic"))
                    .isEqualTo(events);
            assertThat(read(emulator, "/v1/project/orders/service/pg-1/integration"))
                    .isEqualTo(integrations);
            assertThat(read(emulator, "/v1/access_token")).contains("second");
            assertThat(emulator.services()).extracting(EmulatedService::state).containsOnly("RUNNING");
        }
    }

    @Test
    void aWriteIsOnDiskBeforeItsAnswer() throws Exception {
        try (AivenEmulator emulator = start()) {
            send(emulator, "POST", "/v1/project", "{\"project\":\"orders\"}");
            Path copy = Files.createDirectory(directory.resolve("copy"));
            Files.copy(directory.resolve("state/state.json"), copy.resolve("state.json"));
            try (AivenEmulator other = AivenEmulator.builder()
                    .engines(List.of())
                    .stateDirectory(copy)
                    .start()) {
                assertThat(other.projects()).extracting(EmulatedProject::name).containsExactly("orders");
            }
        }
    }

    @Test
    void aSeedDoesNotRepeatItselfAfterARestart() throws Exception {
        AivenEmulator.Builder builder =
                AivenEmulator.builder().engines(List.of()).seed(7).stateDirectory(directory.resolve("state"));
        String first;
        try (AivenEmulator emulator = builder.start()) {
            send(emulator, "POST", "/v1/project", "{\"project\":\"orders\"}");
            create(emulator, "pg-1", "pg", "startup-4");
            first = password(read(emulator, "/v1/project/orders/service/pg-1"));
        }
        try (AivenEmulator emulator = builder.start()) {
            create(emulator, "pg-2", "pg", "startup-4");
            assertThat(password(read(emulator, "/v1/project/orders/service/pg-2")))
                    .isNotEqualTo(first);
        }
    }

    @Test
    void onlyTheOwnerCanReadTheState() throws Exception {
        try (AivenEmulator emulator = start()) {
            assertThat(emulator.projects()).isEmpty();
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(directory.resolve("state/state.json"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aNewerStateIsRefused() throws IOException {
        Path state = Files.createDirectory(directory.resolve("state"));
        Files.writeString(state.resolve("state.json"), "{\"version\":2}");
        assertThatThrownBy(this::start)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The state in " + state + " has version 2, and this emulator reads up to version 1. Use a"
                        + " newer emulator, or choose another directory.");
    }

    @Test
    void aStateBelongsToOneEmulatorAtATime() {
        try (AivenEmulator emulator = start()) {
            assertThatThrownBy(this::start)
                    .hasMessage("Another emulator uses the state in " + directory.resolve("state")
                            + ". Stop it, or choose another directory.");
            emulator.inject(new Fault.OpenBalance());
        }
    }

    private AivenEmulator start() {
        return AivenEmulator.builder()
                .engines(List.of())
                .stateDirectory(directory.resolve("state"))
                .start();
    }

    /** Without what a restart changes: the port of nobody, and when the service came up again. */
    private static String comparable(String service) {
        return service.replaceAll("localhost:\\d+", "")
                .replaceAll("\"(port|service_uri|update_time|node_states|uri)\":(\"[^\"]*\"|\\d+|\\[[^\\]]*\\])", "")
                .replaceAll("\"port\":\\d+|\"port\":\"\\d+\"", "");
    }

    private static String password(String service) {
        return service.replaceAll("(?s).*\"password\":\"([^\"]+)\".*", "$1");
    }

    private static void create(AivenEmulator emulator, String name, String type, String plan) throws Exception {
        send(
                emulator,
                "POST",
                "/v1/project/orders/service",
                "{\"service_name\":\"" + name + "\",\"service_type\":\"" + type + "\",\"plan\":\"" + plan
                        + "\",\"cloud\":\"google-europe-west1\"}");
    }

    private static String read(AivenEmulator emulator, String path) throws Exception {
        return send(emulator, "GET", path, "");
    }

    private static String send(AivenEmulator emulator, String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.endpoint() + path))
                .header("Authorization", "aivenv1 " + emulator.token())
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(method + " " + path + answer.body()).isLessThan(300);
        return answer.body();
    }
}
