package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.emulator.AivenEmulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fills an emulator without engines with projects and services, and reads them with many clients at once. */
final class LoadProbe {

    static final String REQUEST_WHEN_EMPTY = "request of 50 clients, few projects";
    static final String REQUEST_WHEN_FULL = "request of 50 clients, many projects";
    static final String HEAP = "heap";
    static final int PROJECTS = 1000;
    static final int SERVICES = 5;

    private static final int CLIENTS = 50;
    private static final int READS = 200;
    private static final int ROUNDS = 7;

    private final AivenEmulator emulator;
    private final ExecutorService clients;
    private final HttpClient http;

    private LoadProbe(AivenEmulator emulator, ExecutorService clients) {
        this.emulator = emulator;
        this.clients = clients;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Measures; takes no arguments. */
    public static void main(String[] arguments) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (AivenEmulator emulator = AivenEmulator.builder().engines(List.of()).start()) {
            LoadProbe probe = new LoadProbe(emulator, clients);
            probe.fill(0, CLIENTS);
            probe.readAll();
            for (int i = 0; i < ROUNDS; i++) {
                Sample.send(REQUEST_WHEN_EMPTY, probe.readAll());
            }
            long before = heap();
            probe.fill(CLIENTS, PROJECTS);
            SizeSample.send(HEAP, heap() - before);
            for (int i = 0; i < ROUNDS; i++) {
                Sample.send(REQUEST_WHEN_FULL, probe.readAll());
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private void fill(int from, int to) throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int number = from; number < to; number++) {
            String project = "load-" + number;
            work.add(() -> {
                call("POST", "/project", "{\"project\":\"" + project + "\"}");
                for (int i = 0; i < SERVICES; i++) {
                    call(
                            "POST",
                            "/project/" + project + "/service",
                            "{\"service_name\":\"s" + i + "\",\"service_type\":\"grafana\",\"plan\":\"startup-4\"}");
                }
                return true;
            });
        }
        run(work);
    }

    /** The mean time per request, all clients together. */
    private Taken readAll() throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            String path = "/project/load-" + client + "/service/s0";
            work.add(() -> {
                for (int i = 0; i < READS; i++) {
                    call("GET", path, "");
                }
                return true;
            });
        }
        Stopwatch watch = new Stopwatch();
        run(work);
        return watch.taken().dividedBy(CLIENTS * READS);
    }

    private void run(List<Callable<Boolean>> work) throws Exception {
        for (Future<Boolean> done : clients.invokeAll(work)) {
            done.get();
        }
    }

    private void call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.endpoint() + "/v1" + path))
                .header("Authorization", "aivenv1 " + emulator.token())
                .timeout(Duration.ofMinutes(1))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        int status = http.send(request, BodyHandlers.ofString()).statusCode();
        if (status != 200) {
            throw new IOException("The emulator answered " + status + " to " + method + " " + path
                    + ". Look for what changed in its API.");
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
