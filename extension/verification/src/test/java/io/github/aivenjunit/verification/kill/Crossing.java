package io.github.aivenjunit.verification.kill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a victim and the emulator, and counts what passes. Thread-safe. */
final class Crossing implements AutoCloseable {

    /** Where a request is when something happens to its sender. */
    enum Side {
        /** The emulator has not seen it. */
        ASKED,

        /** The emulator has done it, and the answer is not sent. */
        DONE
    }

    /** What happens as a request passes. */
    @FunctionalInterface
    interface Watcher {
        void passes(int number, Side side);
    }

    /** A request that passed, and when it did. */
    record Passed(String method, String path, long nanos) {}

    private final URI emulator;
    private final Watcher watcher;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger count = new AtomicInteger();
    private final List<Passed> passed = new CopyOnWriteArrayList<>();

    Crossing(URI emulator, Watcher watcher) throws IOException {
        this.emulator = emulator;
        this.watcher = watcher;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext("/", this::cross);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many requests have arrived. */
    int count() {
        return count.get();
    }

    List<Passed> passed() {
        return List.copyOf(passed);
    }

    private void cross(HttpExchange exchange) throws IOException {
        try (exchange) {
            int number = count.incrementAndGet();
            passed.add(new Passed(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath(), System.nanoTime()));
            watcher.passes(number, Side.ASKED);
            HttpResponse<byte[]> answer = forward(exchange);
            watcher.passes(number, Side.DONE);
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().add("Content-Type", type));
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange) throws IOException, InterruptedException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        emulator.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : List.of("Authorization", "Content-Type")) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
