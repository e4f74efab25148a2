package io.github.aivenjunit.engine.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.TlsIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An emulator with one Kafka service that runs for real, spoken to over plain HTTP. */
final class ControlPlane implements AutoCloseable {

    private static final String SERVICE = "/project/orders/service/events";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AivenEmulator emulator;

    ControlPlane(KafkaEngine engine) throws IOException, InterruptedException {
        emulator = AivenEmulator.builder().engines(List.of(engine)).start();
        send("POST", "/project", "{'project':'orders'}");
        send(
                "POST",
                "/project/orders/service",
                "{'service_name':'events','service_type':'kafka','plan':'business-4',"
                        + "'user_config':{'kafka_authentication_methods':{'sasl':true}}}");
        awaitRunning();
    }

    @Override
    public void close() {
        emulator.close();
    }

    void awaitRunning() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!service().path("state").asText().equals("RUNNING")) {
            assertThat(System.nanoTime()).as("time left to wait for RUNNING").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    JsonNode service() throws IOException, InterruptedException {
        return send("GET", SERVICE, "").path("service");
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", SERVICE + path, "");
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return send("POST", SERVICE + path, body);
    }

    JsonNode put(String path, String body) throws IOException, InterruptedException {
        return send("PUT", SERVICE + path, body);
    }

    JsonNode delete(String path) throws IOException, InterruptedException {
        return send("DELETE", SERVICE + path, "");
    }

    /** The state of a topic as the list shows it, by the topics' names. */
    List<String> topics() throws IOException, InterruptedException {
        List<String> topics = new ArrayList<>();
        get("/topic")
                .path("topics")
                .forEach(topic -> topics.add(topic.path("topic_name").asText() + " "
                        + topic.path("partitions").asText() + " "
                        + topic.path("state").asText()));
        return topics;
    }

    /** A client with the certificate that the API tells for a user. */
    TestClient certified(String username) throws IOException, InterruptedException {
        JsonNode user = get("/user/" + username).path("user");
        return TestClient.certified(
                port("certificate"),
                new TlsIdentity(
                        user.path("access_cert").asText(),
                        user.path("access_key").asText(),
                        ca()));
    }

    /** A client with the password that the API tells for a user. */
    TestClient login(String username, String mechanism) throws IOException, InterruptedException {
        return TestClient.login(port("sasl"), ca(), mechanism, new Credentials(username, password(username)));
    }

    TestClient login(Credentials user, String mechanism) throws IOException, InterruptedException {
        return TestClient.login(port("sasl"), ca(), mechanism, user);
    }

    String password(String username) throws IOException, InterruptedException {
        return get("/user/" + username).at("/user/password").asText();
    }

    private String ca() throws IOException, InterruptedException {
        return send("GET", "/project/orders/kms/ca", "").path("certificate").asText();
    }

    private int port(String method) throws IOException, InterruptedException {
        for (JsonNode component : service().path("components")) {
            if (component.path("kafka_authentication_method").asText().equals(method)) {
                return component.path("port").asInt();
            }
        }
        throw new AssertionError("no component with " + method);
    }

    /** With single quotes in the body for double ones. */
    private JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.endpoint() + "/v1" + path))
                .header("Authorization", "aivenv1 " + emulator.token())
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        return MAPPER.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
