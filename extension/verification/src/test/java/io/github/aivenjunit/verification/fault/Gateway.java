package io.github.aivenjunit.verification.fault;

import io.github.aivenjunit.emulator.fault.Moment;
import io.github.aivenjunit.verification.fault.Mishap.Reply;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between the clients and the emulator, counts what passes, and lets mishaps happen. One connection per request,
 * on plain sockets: no HTTP server can reset or refuse a single one. Thread-safe.
 */
final class Gateway implements AutoCloseable {

    /** A request that the emulator carried out, and how it answered. */
    record Passed(String method, String path, int status) {}

    private final URI emulator;
    private final HttpClient client;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger struck = new AtomicInteger();
    private final List<Passed> passed = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile Optional<Strike> strike = Optional.empty();
    private ServerSocket listener;

    Gateway(URI emulator, HttpClient client) {
        this.emulator = emulator;
        this.client = client;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
        threads.execute(() -> accept(listener));
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** From now on requests are counted anew, and hit by this. */
    void begin(Optional<Strike> next) {
        passed.clear();
        struck.set(0);
        count.set(0);
        strike = next;
        outage(1);
    }

    /** From now on nothing happens any more; returns when it listens. */
    void calm() throws Exception {
        strike = Optional.empty();
        // Behind whatever is still to be opened.
        timer.schedule(this::open, 0, TimeUnit.MILLISECONDS).get();
    }

    /** How many requests were hit. */
    int struck() {
        return struck.get();
    }

    List<Passed> passed() {
        return List.copyOf(passed);
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket socket = from.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // An outage, or the end.
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Optional<Message> message = Message.read(new BufferedInputStream(socket.getInputStream()));
            if (message.isPresent()) {
                serve(message.get(), socket);
            }
        } catch (IOException e) {
            // The client has gone; it is the one that is watched.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Message message, Socket socket) throws IOException, InterruptedException {
        int number = count.incrementAndGet();
        Optional<Mishap> mishap =
                strike.filter(hit -> hit.hits(number, message.method())).map(Strike::mishap);
        mishap.filter(hit -> !(hit instanceof Mishap.Refused)).ifPresent(hit -> struck.incrementAndGet());
        Optional<Reply> reply;
        if (mishap.isPresent() && mishap.get() instanceof Mishap.Reset reset) {
            if (reset.moment() == Moment.AFTER_COMMIT) {
                Reply unused = forward(message);
            }
            reply = Optional.empty();
        } else if (mishap.isPresent() && mishap.get() instanceof Mishap.Answered answered) {
            if (answered.moment() == Moment.AFTER_COMMIT) {
                Reply unused = forward(message);
            }
            reply = Optional.of(answered.reply());
        } else {
            if (mishap.isPresent()
                    && mishap.get() instanceof Mishap.Stalled stalled
                    && closed.await(stalled.duration().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            reply = Optional.of(forward(message));
        }
        outage(number + 1);
        if (reply.isPresent()) {
            send(reply.get(), socket);
        } else {
            socket.setSoLinger(true, 0);
        }
    }

    private Reply forward(Message message) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(emulator.resolve(message.target()))
                .method(message.method(), HttpRequest.BodyPublishers.ofString(message.body()));
        for (String name : List.of("authorization", "content-type")) {
            if (message.headers().containsKey(name)) {
                request.header(name, message.headers().get(name));
            }
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        passed.add(new Passed(message.method(), message.path(), answer.statusCode()));
        Map<String, String> headers = new HashMap<>();
        answer.headers().firstValue("Content-Type").ifPresent(type -> headers.put("Content-Type", type));
        return new Reply(answer.statusCode(), headers, answer.body());
    }

    private static void send(Reply reply, Socket socket) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " Unchecked\r\nConnection: close\r\n");
        reply.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
    }

    private void outage(int number) {
        strike.flatMap(next -> next.outageBefore(number)).ifPresent(this::refuse);
    }

    private synchronized void refuse(Mishap.Refused refused) {
        struck.incrementAndGet();
        close(listener);
        var ignored = timer.schedule(this::open, refused.outage().toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void open() {
        if (listener.isClosed() && closed.getCount() > 0) {
            ServerSocket opened = listen(port);
            listener = opened;
            threads.execute(() -> accept(opened));
        }
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException("Nobody can listen on port " + port + ".", e);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        timer.shutdownNow();
        close(listener);
        threads.shutdownNow();
    }
}
