package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.engine.ConnectionPool;
import io.github.aivenjunit.emulator.engine.PooledServer;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.ServerChange;
import io.github.aivenjunit.emulator.internal.state.Service;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** The connection pools of a PostgreSQL service. The service itself lists them. */
final class PoolRoutes {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_.-]*");
    private static final int NAME_LENGTH = 63;
    private static final int USER_LENGTH = 64;
    private static final int LARGEST = 10_000;
    private static final List<String> MODES = List.of("session", "transaction", "statement");

    /** Aiven API: pools are created so unless told otherwise. */
    private static final String DEFAULT_MODE = "transaction";

    private static final int DEFAULT_SIZE = 10;

    private final Platform platform;
    private final ServerChanges changes;

    PoolRoutes(Platform platform) {
        this.platform = platform;
        this.changes = new ServerChanges(platform);
    }

    void addTo(Routes routes) {
        String pools = "/project/{project}/service/{service_name}/connection_pool";
        routes.add("POST", pools, "ServicePGBouncerCreate", this::create);
        routes.add("PUT", pools + "/{pool_name}", "ServicePGBouncerUpdate", this::update);
        routes.add("DELETE", pools + "/{pool_name}", "ServicePGBouncerDelete", this::delete);
    }

    private Reply create(Call call) {
        Service service = service(call);
        Input input = call.input();
        String name = input.requiredText("pool_name", NAME_LENGTH);
        input.text("pool_name", NAME_LENGTH, NAME);
        ConnectionPool pool = new ConnectionPool(
                name,
                input.requiredText("database", NAME_LENGTH),
                input.text("username", USER_LENGTH),
                input.oneOf("pool_mode", MODES).orElse(DEFAULT_MODE),
                input.integer("pool_size", 1, LARGEST).orElse(DEFAULT_SIZE));
        requirePools(service);
        if (service.pools().find(name).isPresent()) {
            throw alreadyExists(name);
        }
        requireUser(service, pool);
        requireDatabase(service, pool);
        return changes.make(
                service,
                thing(name),
                new ServerChange<>(PooledServer.class, server -> {
                    requireDatabase(server, pool);
                    server.createPool(pool);
                }),
                () -> kept(service, pool, "created"));
    }

    private Reply update(Call call) {
        Service service = service(call);
        requirePools(service);
        ConnectionPool before = pool(service, call);
        Input input = call.input();
        ConnectionPool pool = new ConnectionPool(
                before.name(),
                input.text("database", NAME_LENGTH).orElse(before.database()),
                input.text("username", USER_LENGTH).or(before::user),
                input.oneOf("pool_mode", MODES).orElse(before.mode()),
                input.integer("pool_size", 1, LARGEST).orElse(before.size()));
        requireUser(service, pool);
        requireDatabase(service, pool);
        return changes.make(
                service,
                thing(pool.name()),
                new ServerChange<>(PooledServer.class, server -> {
                    requireDatabase(server, pool);
                    server.alterPool(pool);
                }),
                () -> kept(service, pool, "updated"));
    }

    private Reply delete(Call call) {
        Service service = service(call);
        String name = pool(service, call).name();
        return changes.make(
                service, thing(name), new ServerChange<>(PooledServer.class, server -> server.dropPool(name)), () -> {
                    service.pools().remove(name);
                    service.touch(platform.now());
                    return Reply.message("deleted");
                });
    }

    private Reply kept(Service service, ConnectionPool pool, String message) {
        service.pools().put(pool);
        service.touch(platform.now());
        return Reply.message(message);
    }

    private Service service(Call call) {
        Service service = platform.project(call.project()).service(call.service());
        if (!service.type().components().contains("pgbouncer")) {
            throw Refusal.of(400, "Service type '" + service.type().code() + "' does not support connection pools");
        }
        return service;
    }

    private static void requirePools(Service service) {
        if (!service.order().plan().hasPools()) {
            throw Refusal.of(
                    403,
                    "Current service plan does not include the connection pooling option. Please consider migrating to"
                            + " another PostgreSQL service plan.");
        }
    }

    private void requireUser(Service service, ConnectionPool pool) {
        String user = pool.user().orElse(service.admin().name());
        boolean lags = service.pools().refusesOnce(platform.faults().poolUserLag());
        if (lags || service.user(user).isEmpty()) {
            throw Refusal.of(403, "Service database username " + user + " does not exist");
        }
    }

    /** A server that answers knows better: its clients create and drop databases too. */
    private static void requireDatabase(Service service, ConnectionPool pool) {
        boolean asked = service.isAccepting()
                && service.power().server(PooledServer.class).isPresent();
        if (!asked && !service.databases().containsKey(pool.database())) {
            throw doesNotExist(pool.database());
        }
    }

    private static void requireDatabase(PooledServer server, ConnectionPool pool) throws IOException {
        if (!server.databases().contains(pool.database())) {
            throw doesNotExist(pool.database());
        }
    }

    private static ConnectionPool pool(Service service, Call call) {
        String name = call.path("pool_name");
        return service.pools()
                .find(name)
                .orElseThrow(() -> Refusal.of(404, "Service connection pool '" + name + "' does not exist"));
    }

    private static String thing(String pool) {
        return "connection pool '" + pool + "'";
    }

    private static Refusal alreadyExists(String name) {
        return Refusal.of(409, "Service connection pool '" + name + "' already exists");
    }

    private static Refusal doesNotExist(String database) {
        return Refusal.of(404, "Service database '" + database + "' does not exist");
    }
}
