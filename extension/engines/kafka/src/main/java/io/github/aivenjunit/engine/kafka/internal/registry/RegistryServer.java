package io.github.aivenjunit.engine.kafka.internal.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The registry's door: HTTPS on the loopback address, and a user's name and password for every request. Thread-safe. */
public final class RegistryServer implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(RegistryServer.class);

    private static final String JSON = "application/json";
    private static final String REGISTRY_JSON = "application/vnd.schemaregistry.v1+json";
    private static final int THREADS = 4;

    private final RegistryApi api;
    private final String admin;
    private final Passwords passwords;
    private final HttpsServer server;
    private final ExecutorService threads;
    private volatile List<RegistryRule> rules = List.of();

    private RegistryServer(RegistryApi api, String admin, Passwords passwords, HttpsServer server) {
        this.api = api;
        this.admin = admin;
        this.passwords = passwords;
        this.server = server;
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread made = new Thread(task, "aiven-junit schema registry");
            made.setDaemon(true);
            return made;
        });
    }

    /**
     * Listens from now on.
     *
     * @param admin the user who needs no rule
     */
    public static RegistryServer start(int port, SSLContext tls, RegistryApi api, String admin, Passwords passwords)
            throws IOException {
        InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        HttpsServer server;
        try {
            server = HttpsServer.create(new InetSocketAddress(loopback, port), 0);
        } catch (BindException taken) {
            throw new BindException(
                    "The schema registry cannot listen on 127.0.0.1:" + port + ": " + taken.getMessage());
        }
        RegistryServer registry = new RegistryServer(api, admin, passwords, server);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(registry.threads);
        server.createContext("/", registry::handle);
        server.start();
        return registry;
    }

    /** Sets the complete list of rules; without any, only the administrator may do anything. */
    public void replaceRules(List<RegistryRule> replacement) {
        rules = List.copyOf(replacement);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** Knows the users of the service. */
    @FunctionalInterface
    public interface Passwords {
        boolean isPassword(String username, char[] password);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            RegistryAnswer answer;
            try {
                answer = answer(exchange);
            } catch (RuntimeException defect) {
                logger.error("A request to the schema registry failed. Report this as a bug.", defect);
                answer = new RegistryAnswer(500, "{\"error_code\":500,\"message\":\"Internal server error\"}");
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", contentType(exchange));
            if (answer.status() == 401) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"Schema Registry\"");
            }
            exchange.sendResponseHeaders(answer.status(), body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    private RegistryAnswer answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Optional<Caller> caller =
                caller(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
        if (caller.isEmpty()) {
            return RegistryAnswer.of(RegistryRefusal.unauthorized());
        }
        return api.answer(
                caller.get(),
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                body);
    }

    private Optional<Caller> caller(Optional<String> authorization) {
        if (authorization.isEmpty() || !authorization.get().regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        String login;
        try {
            login = new String(
                    Base64.getDecoder().decode(authorization.get().substring(6).trim()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
        int colon = login.indexOf(':');
        if (colon < 0
                || !passwords.isPassword(
                        login.substring(0, colon), login.substring(colon + 1).toCharArray())) {
            return Optional.empty();
        }
        String name = login.substring(0, colon);
        return Optional.of(name.equals(admin) ? Caller.ADMIN : Caller.user(name, rules));
    }

    private static String contentType(HttpExchange exchange) {
        String accepted = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept"))
                .orElse("");
        return accepted.startsWith(JSON) ? JSON : REGISTRY_JSON;
    }
}
