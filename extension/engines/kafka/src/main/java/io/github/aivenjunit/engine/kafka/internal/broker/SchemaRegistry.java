package io.github.aivenjunit.engine.kafka.internal.broker;

import io.github.aivenjunit.engine.kafka.internal.registry.RegistryAnswer;
import io.github.aivenjunit.engine.kafka.internal.registry.RegistryApi;
import io.github.aivenjunit.engine.kafka.internal.registry.RegistryRule;
import io.github.aivenjunit.engine.kafka.internal.registry.RegistryServer;
import io.github.aivenjunit.engine.kafka.internal.wire.Order;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/** The schema registry beside the broker, if the service has one: with the broker's certificate and the broker's users. */
final class SchemaRegistry implements AutoCloseable {

    private static final String PORT = "aiven.registry.port";

    private final RegistryApi api;
    private final RegistryServer server;

    private SchemaRegistry(RegistryApi api, RegistryServer server) {
        this.api = api;
        this.server = server;
    }

    /**
     * Begins to start a registry on a thread of its own, because the broker takes longer.
     *
     * @param tls the broker's parsed settings
     */
    static Optional<FutureTask<SchemaRegistry>> begin(
            Path directory, Map<String, Object> configuration, Map<String, ?> tls, Access access) {
        if (!configuration.containsKey(PORT)) {
            return Optional.empty();
        }
        int port = Integer.parseInt(String.valueOf(configuration.get(PORT)));
        String admin = String.valueOf(configuration.get("aiven.admin"));
        Callable<SchemaRegistry> start = () -> {
            RegistryApi api = new RegistryApi(directory.resolve("schemas.log"));
            return new SchemaRegistry(api, RegistryServer.start(port, context(tls), api, admin, access::isPassword));
        };
        FutureTask<SchemaRegistry> starting = new FutureTask<>(start);
        Thread thread = new Thread(starting, "aiven-junit schema registry start");
        thread.setDaemon(true);
        thread.start();
        return Optional.of(starting);
    }

    static UnsupportedVersionException off() {
        return new UnsupportedVersionException("The service has no schema registry.");
    }

    List<String> obey(Order order, List<String> words) {
        if (order == Order.REGISTRY) {
            RegistryAnswer answer = api.answer(words.get(0), words.get(1), words.get(2), words.get(3));
            return List.of(Integer.toString(answer.status()), answer.body());
        }
        List<RegistryRule> rules = new ArrayList<>();
        for (int i = 0; i < words.size(); i += 3) {
            rules.add(new RegistryRule(words.get(i), words.get(i + 1).equals("WRITE"), words.get(i + 2)));
        }
        server.replaceRules(rules);
        return List.of();
    }

    @Override
    public void close() {
        server.close();
    }

    private static SSLContext context(Map<String, ?> settings) throws IOException {
        try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
            factory.configure(settings);
            return factory.sslContext();
        }
    }
}
