package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many clients at once, each with projects of its own. */
class LoadTests {

    private static final int CLIENTS = 50;
    private static final int PROJECTS = 2;
    private static final int SERVICES = 5;

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator(builder -> builder.engines(List.of()));

    private final OkHttpClient http = new OkHttpClient();
    private final JsonMapper mapper = new JsonMapper();

    @AfterEach
    void disconnect() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    @Test
    void everyClientFindsWhatItMadeAndNothingIsLeftOfWhatItDeleted() throws Exception {
        inParallel(number -> {
            for (String project : projectsOf(number)) {
                assertThat(call("POST", "/project", "{\"project\":\"" + project + "\"}"))
                        .isEqualTo(200);
                for (int i = 0; i < SERVICES; i++) {
                    String body = "{\"service_name\":\"s" + i + "-" + project
                            + "\",\"service_type\":\"valkey\",\"plan\":\"startup-4\"}";
                    assertThat(call("POST", "/project/" + project + "/service", body))
                            .isEqualTo(200);
                }
            }
            return true;
        });
        assertThat(read("/project").at("/projects")).hasSize(CLIENTS * PROJECTS);
        inParallel(number -> {
            for (String project : projectsOf(number)) {
                JsonNode services = read("/project/" + project + "/service").at("/services");
                assertThat(services.findValuesAsText("service_name"))
                        .containsExactlyElementsOf(IntStream.range(0, SERVICES)
                                .mapToObj(i -> "s" + i + "-" + project)
                                .toList());
                assertThat(services)
                        .allSatisfy(service ->
                                assertThat(service.path("state").asText()).isEqualTo("RUNNING"));
                for (int i = 0; i < SERVICES; i++) {
                    assertThat(call("DELETE", "/project/" + project + "/service/s" + i + "-" + project, ""))
                            .isEqualTo(200);
                }
                assertThat(call("DELETE", "/project/" + project, "")).isEqualTo(200);
            }
            return true;
        });
        assertThat(read("/project").at("/projects")).isEmpty();
        assertThat(emulator.emulator().services()).isEmpty();
    }

    private static List<String> projectsOf(int client) {
        return IntStream.range(0, PROJECTS)
                .mapToObj(i -> "p" + client + "-" + i)
                .toList();
    }

    private interface Client {
        boolean run(int number) throws Exception;
    }

    private static void inParallel(Client client) throws Exception {
        List<Callable<Boolean>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int number = i;
            clients.add(() -> client.run(number));
        }
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (Future<Boolean> done : threads.invokeAll(clients, 120, TimeUnit.SECONDS)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private JsonNode read(String path) throws IOException {
        try (Response response = http.newCall(request("GET", path, "")).execute()) {
            return mapper.readTree(response.body().string());
        }
    }

    private int call(String method, String path, String body) throws IOException {
        try (Response response = http.newCall(request(method, path, body)).execute()) {
            return response.code();
        }
    }

    private Request request(String method, String path, String body) {
        return new Request.Builder()
                .url(emulator.emulator().endpoint() + "/v1" + path)
                .header("Authorization", "aivenv1 " + emulator.emulator().token())
                .method(method, method.equals("POST") ? RequestBody.create(body, null) : null)
                .build();
    }
}
