package io.github.aivenjunit.client.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request once and only once: no retry, no redirect, no answer to a challenge happens below this class. Callers
 * wait on a future and not on the socket, because a thread that reads from a socket cannot be interrupted. Thread-safe.
 */
public final class HttpTransport implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final int UNAVAILABLE = 503;

    /** The API drops idle connections after about a minute; a request on such a one would count as lost. */
    private static final Duration IDLE = Duration.ofSeconds(45);

    /** All services of a class are created at once, and deletes should not queue behind polling. */
    private static final int PARALLEL_CALLS = 64;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final String endpoint;
    private final String userAgent;
    private final ThreadPoolExecutor threads;
    private final OkHttpClient http;

    public HttpTransport(URI endpoint, String userAgent, Duration callTimeout) {
        this.endpoint = endpoint.toString();
        this.userAgent = userAgent;
        // Daemon threads: a client that nobody closed must not keep the JVM alive.
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "aiven-client");
                    thread.setDaemon(true);
                    return thread;
                });
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(PARALLEL_CALLS);
        dispatcher.setMaxRequestsPerHost(PARALLEL_CALLS);
        this.http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(PARALLEL_CALLS, IDLE.toSeconds(), TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(callTimeout.compareTo(CONNECT_TIMEOUT) < 0 ? callTimeout : CONNECT_TIMEOUT)
                .readTimeout(callTimeout)
                .writeTimeout(callTimeout)
                .callTimeout(callTimeout)
                .connectionSpecs(specs(endpoint))
                .eventListenerFactory(HttpTransport::progress)
                .addNetworkInterceptor(HttpTransport::withoutInvitationToRepeat)
                .build();
    }

    /** Who never speaks TLS need not load the JDK's certificates, which takes longer than everything else here. */
    private static List<ConnectionSpec> specs(URI endpoint) {
        return "http".equalsIgnoreCase(endpoint.getScheme())
                ? List.of(ConnectionSpec.CLEARTEXT)
                : List.of(ConnectionSpec.MODERN_TLS);
    }

    /**
     * Sends the request and reads the answer.
     *
     * @throws ExchangeFailedException when there is no complete answer
     * @throws InterruptedException when the calling thread is interrupted; the request is then abandoned
     */
    public <T> T exchange(HttpExchange exchange, AnswerReader<T> reader)
            throws ExchangeFailedException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Progress progress = new Progress();
        Call call = http.newCall(request(exchange, progress));
        CompletableFuture<T> answer = new CompletableFuture<>();
        call.enqueue(new Reading<>(reader, answer));
        try {
            return answer.get();
        } catch (InterruptedException e) {
            call.cancel();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw new ExchangeFailedException(failure, progress.sent);
            }
            if (e.getCause() instanceof RuntimeException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException("The answer could not be read. See the cause.", e.getCause());
        }
    }

    /** Abandons what is under way and closes every connection. */
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        http.connectionPool().evictAll();
    }

    private Request request(HttpExchange exchange, Progress progress) {
        Request.Builder request = new Request.Builder()
                .url(endpoint + exchange.target())
                .header("User-Agent", userAgent)
                .header("Accept", "application/json")
                .tag(Progress.class, progress)
                .method(exchange.method(), body(exchange));
        exchange.authorization().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    private static @Nullable RequestBody body(HttpExchange exchange) {
        if (exchange.json().isPresent()) {
            return RequestBody.create(exchange.json().get().getBytes(StandardCharsets.UTF_8), JSON);
        }
        return switch (exchange.method()) {
            case "PUT", "POST", "PATCH" -> RequestBody.create(new byte[0], JSON);
            default -> null;
        };
    }

    private static EventListener progress(Call call) {
        Progress progress = call.request().tag(Progress.class);
        return progress == null ? EventListener.NONE : progress;
    }

    /** OkHttp repeats any request by itself, a POST too, after a 503 with {@code Retry-After: 0}. */
    private static Response withoutInvitationToRepeat(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        return response.code() == UNAVAILABLE && "0".equals(response.header("Retry-After"))
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }

    private static final class Progress extends EventListener {

        private volatile boolean sent;

        @Override
        public void requestHeadersStart(Call call) {
            sent = true;
        }
    }

    private record Reading<T>(AnswerReader<T> reader, CompletableFuture<T> answer) implements Callback {

        @Override
        public void onFailure(Call call, IOException e) {
            answer.completeExceptionally(e);
        }

        @Override
        public void onResponse(Call call, Response response) {
            try (response;
                    InputStream body = response.body().byteStream()) {
                answer.complete(reader.read(response.code(), name -> Optional.ofNullable(response.header(name)), body));
            } catch (Throwable e) { // whatever it is, the caller must not wait for ever
                answer.completeExceptionally(e);
            }
        }
    }
}
