package io.github.aivenjunit.engine.kafka.internal.broker;

import io.github.aivenjunit.engine.kafka.internal.wire.Order;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Time;

/**
 * A broker that is its own controller. Between themselves, and for the Admin client of this class, they use listeners
 * with a user and password that are made up anew at each start and never leave this process.
 */
final class Broker {

    private final Path directory;
    private final Access access = new Access();
    private final Map<String, Object> configuration = new HashMap<>();
    private final List<AutoCloseable> running = new ArrayList<>();
    private Optional<SchemaRegistry> registry = Optional.empty();

    Broker(Path directory) {
        this.directory = directory;
    }

    List<String> obey(Order order, List<String> words) throws Exception {
        switch (order) {
            case START -> start(words);
            case REHEARSE -> new Rehearsal(configuration, admin()).run(words.get(0), words.get(1));
            case EXIT -> {
                for (AutoCloseable part : running) {
                    part.close();
                }
            }
            case PUT_USER, DROP_USER, AIVEN_ACLS -> changeAccess(order, words);
            case REGISTRY, REGISTRY_ACLS -> {
                return registry.orElseThrow(SchemaRegistry::off).obey(order, words);
            }
            case PRODUCE, READ -> {
                return new Records(InternalClient.settings(configuration)).obey(order, words);
            }
            case KAFKA_ACLS -> {
                return new KafkaAcls(admin()).list();
            }
            case CREATE_KAFKA_ACL -> new KafkaAcls(admin()).create(words);
            case DELETE_KAFKA_ACL -> new KafkaAcls(admin()).delete(words);
            default -> {
                return new Topics(admin()).obey(order, words);
            }
        }
        return List.of();
    }

    private void changeAccess(Order order, List<String> words) throws ExecutionException, InterruptedException {
        switch (order) {
            case PUT_USER -> {
                new Users(admin()).put(words.get(0), words.get(1));
                access.putPassword(words.get(0), words.get(1));
            }
            case DROP_USER -> {
                access.removePassword(words.get(0));
                new Users(admin()).drop(words.get(0));
            }
            default -> {
                List<AclRule> rules = new ArrayList<>();
                for (int i = 0; i < words.size(); i += 3) {
                    rules.add(new AclRule(words.get(i), words.get(i + 1), words.get(i + 2)));
                }
                access.replaceRules(rules);
            }
        }
    }

    private void start(List<String> users) throws Exception {
        configuration.putAll(properties());
        for (int i = 0; i < users.size(); i += 2) {
            access.putPassword(users.get(i), users.get(i + 1));
        }
        configuration.put(Access.KEY, access);
        KafkaConfig config = new KafkaConfig(configuration, false);
        Optional<FutureTask<SchemaRegistry>> startingRegistry =
                SchemaRegistry.begin(directory, configuration, config.values(), access);
        new Storage(config, String.valueOf(configuration.get("aiven.cluster.id"))).format(users);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        server.startup();
        running.add(server::shutdown);
        if (startingRegistry.isPresent()) {
            SchemaRegistry started = startingRegistry.get().get();
            running.add(0, started);
            registry = Optional.of(started);
        }
    }

    private Map<String, Object> properties() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.resolve("broker.properties"))) {
            properties.load(reader);
        }
        Map<String, Object> values = new HashMap<>();
        properties.forEach((name, value) -> values.put(name.toString(), value));
        String name = "internal-" + random();
        String login = login(name, random());
        values.put("listener.name.internal.plain.sasl.jaas.config", login);
        values.put("listener.name.controller.plain.sasl.jaas.config", login);
        values.merge("super.users", "User:" + name, (first, second) -> first + ";" + second);
        return values;
    }

    private static String login(String name, String password) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + name + "\" password=\""
                + password + "\" user_" + name + "=\"" + password + "\";";
    }

    private static String random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Admin admin() {
        for (AutoCloseable part : running) {
            if (part instanceof Admin admin) {
                return admin;
            }
        }
        Admin admin = Admin.create(InternalClient.settings(configuration));
        running.add(0, admin);
        return admin;
    }
}
