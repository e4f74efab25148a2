package io.github.aivenjunit.emulator.internal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
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
 * An HTTP/1.1 server on 127.0.0.1.
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

    private HttpServer(HttpHandler handler) {
        this.handler = handler;
    }

    /**
     * Starts a server.
     *
     * @param port 0 for any that is free
     */
    public static HttpServer start(int port, HttpHandler handler) {
        HttpServer started = new HttpServer(handler);
        started.start(port);
        return started;
    }

    private void start(int port) {
        server.setServerSocketFactory(new LoopbackSockets());
        server.setBodyLimit(LARGEST_BODY);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                return HttpServer.this.dispatch(request);
            }
        });
        try {
            server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The emulator cannot listen on port " + port + " of 127.0.0.1. Choose another, or 0 for any.", e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
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
            return closed ? disconnected() : response(handler.handle(read(request)));
        } finally {
            handling.readLock().unlock();
        }
    }

    private static HttpRequest read(RecordedRequest request) {
        String target = request.getTarget();
        int question = target.indexOf('?');
        ByteBuffer body = request.getBody() == null
                ? ByteBuffer.allocate(0)
                : request.getBody().asByteBuffer();
        return new HttpRequest(
                request.getMethod(),
                question < 0 ? target : target.substring(0, question),
                question < 0 ? "" : target.substring(question + 1),
                Optional.ofNullable(request.getHeaders().get("Authorization")),
                body,
                request.getBodySize() <= body.remaining());
    }

    private static MockResponse response(HttpAnswer answer) {
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
        return builder.build();
    }

    private static MockResponse disconnected() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }
}
