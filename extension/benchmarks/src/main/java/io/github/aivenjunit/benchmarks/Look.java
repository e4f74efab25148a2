package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.connection.HttpsConnection;
import io.github.aivenjunit.connection.ValkeyConnection;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.KafkaService;
import io.github.aivenjunit.project.MySqlService;
import io.github.aivenjunit.project.OpenSearchService;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.project.ValkeyService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** One question to a service that was called usable, the way a test asks it. */
final class Look {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Look() {}

    /** Fails when the service is not usable. */
    static void at(Engine engine, EphemeralProject project) throws Exception {
        boolean usable = switch (engine) {
            case POSTGRES -> answers(project.service(PostgresService.class).connect());
            case VALKEY -> answers(project.service(ValkeyService.class).server());
            case KAFKA -> hasBroker(project.service(KafkaService.class));
            case MYSQL -> answers(project.service(MySqlService.class).connect());
            case OPENSEARCH -> answers(project.service(OpenSearchService.class).server());
        };
        if (!usable) {
            throw new IOException(
                    engine.title() + " was called usable and is not. Look at the readiness probe of its type.");
        }
    }

    private static boolean answers(Connection connection) throws SQLException {
        try (connection) {
            return connection.isValid((int) PATIENCE.toSeconds());
        }
    }

    /** In Valkey's plain text, so that no client is needed. */
    private static boolean answers(ValkeyConnection server) throws IOException {
        try (Socket socket = server.ca().sslContext().getSocketFactory().createSocket(server.host(), server.port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            String questions = "AUTH " + server.user() + " " + server.password().reveal() + "\r\nPING\r\n";
            socket.getOutputStream().write(questions.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Objects.equals(answers.readLine(), "+OK") && Objects.equals(answers.readLine(), "+PONG");
        }
    }

    private static boolean hasBroker(KafkaService kafka)
            throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = Admin.create(kafka.certificate().admin())) {
            return !admin.describeCluster()
                    .nodes()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .isEmpty();
        }
    }

    private static boolean answers(HttpsConnection server) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().sslContext(server.sslContext()).build();
        HttpRequest request = HttpRequest.newBuilder(server.uri("/_cluster/health"))
                .header("Authorization", server.authorization())
                .timeout(PATIENCE)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }
}
