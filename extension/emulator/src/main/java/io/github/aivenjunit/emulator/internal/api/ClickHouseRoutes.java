package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.ClickHouseAnswer;
import io.github.aivenjunit.emulator.engine.ClickHouseRefusalException;
import io.github.aivenjunit.emulator.engine.ClickHouseServer;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Bodies;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.Database;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.ServerChange;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceState;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Databases and statements of a ClickHouse service. Statements need a real server. */
final class ClickHouseRoutes {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_-]*");
    private static final int NAME_LENGTH = 40;
    private static final int DATABASE_LENGTH = 250;
    private static final int QUERY_LENGTH = 20_000;
    private static final Set<String> RESERVED = Set.of("default", "system", "information_schema", "INFORMATION_SCHEMA");

    private final Platform platform;
    private final Bodies bodies;
    private final ServerChanges changes;

    ClickHouseRoutes(Platform platform, Bodies bodies) {
        this.platform = platform;
        this.bodies = bodies;
        this.changes = new ServerChanges(platform);
    }

    void addTo(Routes routes) {
        String clickHouse = "/project/{project}/service/{service_name}/clickhouse";
        routes.add("GET", clickHouse + "/db", "ServiceClickHouseDatabaseList", this::list);
        routes.add("POST", clickHouse + "/db", "ServiceClickHouseDatabaseCreate", this::create);
        routes.add("DELETE", clickHouse + "/db/{database}", "ServiceClickHouseDatabaseDelete", this::delete);
        routes.add("POST", clickHouse + "/query", "ServiceClickHouseQuery", this::query);
    }

    /** Refuses services of other types. */
    static Service service(Call call, Platform platform) {
        Service service = platform.project(call.project()).service(call.service());
        if (!service.type().code().equals("clickhouse")) {
            throw Refusal.of(400, "Service type '" + service.type().code() + "' is not ClickHouse");
        }
        return service;
    }

    private Reply list(Call call) {
        Service service = service(call, platform);
        requirePower(service);
        Optional<ClickHouseServer> server = serverToAskNow(service);
        if (server.isEmpty()) {
            return databases(service.databases().keySet(), service.isAccepting());
        }
        return new Reply.Deferred(() -> databases(Set.copyOf(server.get().databases()), true));
    }

    private static Reply databases(Set<String> names, boolean made) {
        ObjectNode answer = Reply.object();
        ArrayNode list = answer.putArray("databases");
        new TreeSet<>(names)
                .forEach(name -> list.addObject()
                        .put("engine", "Replicated")
                        .put("name", name)
                        .put("required", RESERVED.contains(name))
                        .put("state", made || RESERVED.contains(name) ? "ok" : "pending_creation"));
        return Reply.ok(answer);
    }

    private Reply create(Call call) {
        Service service = service(call, platform);
        Input input = call.input();
        String name = input.requiredText("database", NAME_LENGTH);
        input.text("database", NAME_LENGTH, NAME);
        boolean known =
                service.databases().containsKey(name) && serverToAskNow(service).isEmpty();
        if (known || RESERVED.contains(name)) {
            throw alreadyExists(name);
        }
        return changes.make(
                service,
                thing(name),
                new ServerChange<>(ClickHouseServer.class, server -> {
                    if (server.databases().contains(name)) {
                        throw alreadyExists(name);
                    }
                    server.createDatabase(name);
                }),
                () -> {
                    service.databases().put(name, Database.withDefaults(name));
                    service.touch(platform.now());
                    return Reply.message("created");
                });
    }

    private Reply delete(Call call) {
        Service service = service(call, platform);
        String name = call.path("database");
        if (RESERVED.contains(name)) {
            throw Refusal.of(403, "Service database '" + name + "' cannot be deleted, reserved name pattern");
        }
        if (!service.databases().containsKey(name) && serverToAskNow(service).isEmpty()) {
            throw doesNotExist(name);
        }
        return changes.make(
                service,
                thing(name),
                new ServerChange<>(ClickHouseServer.class, server -> {
                    if (!server.databases().contains(name)) {
                        throw doesNotExist(name);
                    }
                    server.dropDatabase(name);
                }),
                () -> {
                    service.databases().remove(name);
                    service.touch(platform.now());
                    return Reply.message("deleted");
                });
    }

    private Reply query(Call call) {
        Service service = service(call, platform);
        Input input = call.input();
        String database = input.requiredText("database", DATABASE_LENGTH);
        String statement = input.requiredText("query", QUERY_LENGTH);
        requirePower(service);
        if (service.power().server(ClickHouseServer.class).isEmpty()) {
            throw Refusal.of(
                    400,
                    "The emulator cannot run SQL: nothing listens behind emulated clickhouse services. "
                            + "Run against Aiven.");
        }
        ClickHouseServer server = serverToAskNow(service)
                .orElseThrow(() -> Refusal.of(503, "An error occurred. Please try again later."));
        return new Reply.Deferred(() -> {
            try {
                return Reply.ok(json(server.query(database, statement)));
            } catch (ClickHouseRefusalException refused) {
                throw Refusal.of(400, String.valueOf(refused.getMessage()));
            }
        });
    }

    private ObjectNode json(ClickHouseAnswer answer) throws IOException {
        ObjectNode json = Reply.object();
        ArrayNode columns = json.putArray("meta");
        answer.columns()
                .forEach(
                        column -> columns.addObject().put("name", column.name()).put("type", column.type()));
        json.set("data", bodies.array(answer.rows()));
        json.putObject("summary")
                .put("elapsed_ns", answer.elapsed().toNanos())
                .put("read_rows", answer.readRows())
                .put("result_rows", answer.resultRows())
                .put("written_rows", answer.writtenRows());
        return json;
    }

    private static void requirePower(Service service) {
        if (service.state() == ServiceState.POWEROFF) {
            throw Refusal.of(409, "not_powered", "Database not powered on");
        }
    }

    /** The server, if it can answer at this moment. */
    private static Optional<ClickHouseServer> serverToAskNow(Service service) {
        return service.isAccepting() ? service.power().server(ClickHouseServer.class) : Optional.empty();
    }

    private static String thing(String database) {
        return "database '" + database + "'";
    }

    private static Refusal alreadyExists(String name) {
        return Refusal.of(409, "Service database '" + name + "' already exists");
    }

    private static Refusal doesNotExist(String name) {
        return Refusal.of(404, "Service database '" + name + "' does not exist");
    }
}
