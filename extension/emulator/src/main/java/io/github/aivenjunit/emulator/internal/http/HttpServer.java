package io.github.aivenjunit.emulator.internal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/**
 * An HTTP/1.1 server, on 127.0.0.1 unless told otherwise.
 *
 * <p>The threads of MockWebServer are not daemon threads, so a JVM does not end by itself before {@link #close()}. It
 * logs nothing above FINE for a request, so its logger is left alone.
 */
public final class HttpServer implements AutoCloseable {

    private static final int LARGEST_BODY = 4 * 1024 * 1024;
    private static final int LONGEST_WAIT_SECONDS = 30;

    private final MockWebServer server = new MockWebServer();
    private final HttpHandler handler;
    /** Shared by the requests being handled, exclusive to closing. */
    private final ReadWriteLock handling = new ReentrantReadWriteLock();

    private volatile boolean closed;

    private final Listening listening;

    private HttpServer(Listening listening, HttpHandler handler) {
        this.listening = listening;
        this.handler = handler;
    }

    /** Starts a server. */
    public static HttpServer start(Listening listening, HttpHandler handler) {
        HttpServer started = new HttpServer(listening, handler);
        started.start();
        return started;
    }

    private void start() {
        server.setServerSocketFactory(new LoopbackSockets());
        server.setBodyLimit(LARGEST_BODY);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                return HttpServer.this.dispatch(request);
            }
        });
        listening.tls().ifPresent(identity -> {
            server.setProtocolNegotiationEnabled(false);
            server.useHttps(ServerTls.socketFactory(identity));
        });
        try {
            server.start(listening.address(), listening.port());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The emulator cannot listen on port " + listening.port() + " of "
                            + listening.address().getHostAddress() + ". Choose another, or 0 for any.",
                    e);
        }
    }

    public URI address() {
        String scheme = listening.tls().isPresent() ? "https" : "http";
        return URI.create(scheme + "://" + listening.host() + ":" + server.getPort());
    }

    /** Refuses new requests, waits for those being handled and frees the port. Idempotent. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        boolean idle = false;
        try {
            idle = handling.writeLock().tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        try {
            server.close();
        } finally {
            if (idle) {
                handling.writeLock().unlock();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        // The server also queues every request, headers and all, for tests that take them. Nobody does here.
        server.takeRequest(0, TimeUnit.NANOSECONDS);
        handling.readLock().lock();
        try {
            return closed ? disconnected() : response(request.getMethod(), handler.handle(read(request)));
        } finally {
            handling.readLock().unlock();
        }
    }

    private static HttpRequest read(RecordedRequest request) {
        String target = originForm(request.getTarget());
        int question = target.indexOf('?');
        ByteBuffer body = request.getBody() == null
                ? ByteBuffer.allocate(0)
                : request.getBody().asByteBuffer();
        return new HttpRequest(
                request.getMethod(),
                question < 0 ? target : target.substring(0, question),
                question < 0 ? "" : target.substring(question + 1),
                Optional.ofNullable(request.getHeaders().get("Authorization")),
                Optional.ofNullable(request.getHeaders().get("User-Agent")),
                body,
                request.getBodySize() <= body.remaining());
    }

    /** A client that takes the server for a proxy names it in front of the path. */
    private static String originForm(String target) {
        if (!target.startsWith("http://") && !target.startsWith("https://")) {
            return target;
        }
        int path = target.indexOf('/', target.indexOf("//") + 2);
        return path < 0 ? "/" : target.substring(path);
    }

    private static MockResponse response(String method, HttpAnswer answer) {
        if (!(answer instanceof HttpAnswer.Response response)) {
            return disconnected();
        }
        MockResponse.Builder builder = new MockResponse.Builder().code(response.status());
        response.headers().forEach(builder::setHeader);
        if (response.body().isEmpty()) {
            if (response.status() == 204) {
                builder.removeHeader("Content-Length");
            }
        } else {
            builder.setHeader("Content-Type", response.contentType()).body(response.body());
        }
        if (method.equals("HEAD")) {
            // What follows the head would be taken for the next answer.
            builder.body("").setHeader("Content-Length", response.body().getBytes(StandardCharsets.UTF_8).length);
        }
        return builder.build();
    }

    private static MockResponse disconnected() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }
}
