package io.github.aivenjunit.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.ApiToken;
import io.github.aivenjunit.client.RequestGovernor;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceState;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.time.BuildTimeline;
import io.github.aivenjunit.emulator.time.BuildTimes;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An emulator in real time, because a governor that runs faster lets larger bursts through, and what is asked of it by a client that waits. Thread-safe. */
final class BuildSite implements AutoCloseable {

    /** Aiven API: requests of a token per minute (a report in the field). */
    static final int LIMIT = 120;

    /** Of each read. */
    static final Duration LATENCY = Duration.ofMillis(100);

    private static final String TYPE = "kafka_mirrormaker";
    private static final String PLAN = "startup-1";

    private final BuildTimes times;
    private final EmulatorClock clock = EmulatorClock.real();
    private final Instant started = clock.now();
    private final AivenEmulator emulator;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final AivenClient governed;

    BuildSite(BuildTimes times) {
        this.times = times;
        this.emulator = AivenEmulator.builder()
                .engines(List.of())
                .clock(clock)
                .buildTimes(times)
                .start();
        governed = AivenClient.builder()
                .endpoint(emulator.endpoint())
                .token(ApiToken.of(emulator.token()))
                .governor(RequestGovernor.ofThisJvm(RequestGovernor.DEFAULT_LIMIT))
                .build();
        emulator.inject(new Fault.Stall(io.github.aivenjunit.emulator.fault.Target.request("GET .*"), LATENCY));
    }

    /** How long builds with these times take. */
    static List<Duration> durations(BuildTimes times, int builds) {
        List<Duration> durations = new ArrayList<>();
        for (int build = 0; build < builds; build++) {
            durations.add(duration(times, build));
        }
        return durations;
    }

    private static Duration duration(BuildTimes times, int build) {
        List<BuildTimeline.Step> steps = times.timeline(TYPE, PLAN, 1, build).steps();
        return steps.get(steps.size() - 1).after();
    }

    /** Creates services, one after the other, spread over so many projects. */
    List<Built> build(int services, int projects) throws IOException, InterruptedException {
        for (int project = 0; project < projects; project++) {
            call("POST", "/project", "{\"project\":\"" + project(project) + "\"}");
        }
        for (int number = 0; number < services; number++) {
            String project = project(number % projects);
            call(
                    "POST",
                    "/project/" + project + "/service",
                    "{\"service_name\":\"s" + number + "\",\"service_type\":\"" + TYPE + "\",\"plan\":\"" + PLAN
                            + "\"}");
        }
        // By the emulator's own record: the first answer of a cold JVM comes late.
        List<Duration> created = emulator.requests().stream()
                .filter(request ->
                        request.operationId().filter("ServiceCreate"::equals).isPresent())
                .map(request -> Duration.between(started, request.at()))
                .toList();
        List<Built> built = new ArrayList<>();
        for (int number = 0; number < services; number++) {
            built.add(new Built(
                    number,
                    project(number % projects),
                    created.get(number),
                    created.get(number).plus(duration(times, number)),
                    new CompletableFuture<>()));
        }
        return built;
    }

    boolean isRunning(Built service) throws IOException, InterruptedException {
        return isRunning(look("/project/" + service.project() + "/service/" + service.name())
                .path("service"));
    }

    /** The names of those that are, asked as the extension does: its client, held by its governor. */
    List<String> running(String project) {
        return governed.services().list(project).stream()
                .filter(service -> service.state().equals(ServiceState.RUNNING))
                .map(Service::serviceName)
                .toList();
    }

    /** Since the start. */
    Duration now() {
        return Duration.between(started, clock.now());
    }

    void pause(Duration pause) throws InterruptedException {
        if (new CountDownLatch(1).await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("A pause ended early. Look for who counts its latch down.");
        }
    }

    int looks() {
        return asked().size();
    }

    private List<Duration> asked() {
        return emulator.requests().stream()
                .filter(request -> request.method().equals("GET"))
                .map(request -> Duration.between(started, request.at()))
                .toList();
    }

    /** How many looks a limit per minute would have refused. */
    int refused() {
        Deque<Duration> lastMinute = new ArrayDeque<>();
        int refused = 0;
        for (Duration at : asked().stream().sorted().toList()) {
            while (!lastMinute.isEmpty() && at.minus(lastMinute.getFirst()).compareTo(Duration.ofMinutes(1)) >= 0) {
                lastMinute.removeFirst();
            }
            if (lastMinute.size() < LIMIT) {
                lastMinute.add(at);
            } else {
                refused++;
            }
        }
        return refused;
    }

    @Override
    public void close() {
        governed.close();
        emulator.close();
    }

    private JsonNode look(String path) throws IOException, InterruptedException {
        return json.readTree(call("GET", path, ""));
    }

    private String call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.endpoint() + "/v1" + path))
                .header("Authorization", "aivenv1 " + emulator.token())
                .timeout(Duration.ofMinutes(1))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("The emulator answered " + response.statusCode() + " to " + method + " " + path
                    + ". Look for what changed in its API.");
        }
        return response.body();
    }

    private static boolean isRunning(JsonNode service) {
        return service.path("state").asText().equals("RUNNING");
    }

    private static String project(int number) {
        return "polled-" + number;
    }
}
