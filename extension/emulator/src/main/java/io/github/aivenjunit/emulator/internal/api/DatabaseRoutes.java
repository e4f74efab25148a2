package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.DatabaseServer;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.Database;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.ServerChange;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The databases of a service that has such. The list shows those too that clients made by themselves. */
final class DatabaseRoutes {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_-]*");
    private static final int NAME_LENGTH = 40;
    private static final int LOCALE_LENGTH = 128;
    private static final int LARGEST_PAGE = 250;

    /** The servers' own. */
    private static final Set<String> RESERVED = Set.of(
            "postgres", "template0", "template1", "_aiven", "mysql", "sys", "information_schema", "performance_schema");

    private final Platform platform;
    private final ServerChanges changes;

    DatabaseRoutes(Platform platform) {
        this.platform = platform;
        this.changes = new ServerChanges(platform);
    }

    void addTo(Routes routes) {
        String databases = "/project/{project}/service/{service_name}/db";
        routes.add("GET", databases, "ServiceDatabaseList", this::list);
        routes.add("POST", databases, "ServiceDatabaseCreate", this::create);
        routes.add("DELETE", databases + "/{dbname}", "ServiceDatabaseDelete", this::delete);
    }

    private Reply list(Call call) {
        Service service = service(call);
        int page = call.query("maxItems").map(DatabaseRoutes::pageSize).orElse(Integer.MAX_VALUE);
        String after = call.query("after").orElse("");
        if (service.state() == ServiceState.POWEROFF) {
            throw Refusal.of(503, "An error occurred. Please try again later.");
        }
        Optional<DatabaseServer> server = serverToAskNow(service);
        if (server.isEmpty()) {
            return page(service.databases(), page, after);
        }
        return new Reply.Deferred(() -> {
            List<String> found = server.get().databases();
            return platform.locked(() -> page(known(service, found), page, after));
        });
    }

    /** The server, if it can answer at this moment. */
    private static Optional<DatabaseServer> serverToAskNow(Service service) {
        return service.isAccepting() ? service.power().server(DatabaseServer.class) : Optional.empty();
    }

    /** What the server has, with the locale that the API was told where it was. */
    private static Map<String, Database> known(Service service, List<String> found) {
        Map<String, Database> known = new TreeMap<>();
        found.forEach(name -> known.put(name, service.databases().getOrDefault(name, Database.withDefaults(name))));
        return known;
    }

    private static Reply page(Map<String, Database> databases, int size, String after) {
        ObjectNode answer = Reply.object();
        ArrayNode list = answer.putArray("databases");
        List<Database> rest =
                new TreeMap<>(databases).tailMap(after, false).values().stream().toList();
        rest.stream()
                .limit(size)
                .forEach(database -> list.addObject()
                        .put("database_name", database.name())
                        .put("lc_collate", database.collate())
                        .put("lc_ctype", database.ctype()));
        if (rest.size() > size) {
            answer.put("next", rest.get(size - 1).name());
        }
        return Reply.ok(answer);
    }

    private Reply create(Call call) {
        Service service = service(call);
        Input input = call.input();
        String name = input.requiredText("database", NAME_LENGTH);
        input.text("database", NAME_LENGTH, NAME);
        String collate = input.text("lc_collate", LOCALE_LENGTH)
                .orElse(Database.withDefaults(name).collate());
        String ctype = input.text("lc_ctype", LOCALE_LENGTH)
                .orElse(Database.withDefaults(name).ctype());
        // A server that answers knows better: its clients create and drop databases too.
        boolean known =
                service.databases().containsKey(name) && serverToAskNow(service).isEmpty();
        if (known || RESERVED.contains(name)) {
            throw alreadyExists(name);
        }
        return changes.make(
                service,
                thing(name),
                new ServerChange<>(DatabaseServer.class, server -> {
                    if (server.databases().contains(name)) {
                        throw alreadyExists(name);
                    }
                    server.createDatabase(name);
                }),
                () -> {
                    service.databases().put(name, new Database(name, collate, ctype));
                    service.touch(platform.now());
                    return Reply.message("created");
                });
    }

    private Reply delete(Call call) {
        Service service = service(call);
        String name = call.path("dbname");
        if (RESERVED.contains(name)) {
            throw Refusal.of(403, "Service database '" + name + "' cannot be deleted, reserved name pattern");
        }
        boolean known = service.databases().containsKey(name);
        if (!known && serverToAskNow(service).isEmpty()) {
            throw doesNotExist(name);
        }
        return changes.make(
                service,
                thing(name),
                new ServerChange<>(DatabaseServer.class, server -> {
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

    private Service service(Call call) {
        Service service = platform.project(call.project()).service(call.service());
        if (!service.type().managesDatabases()) {
            throw Refusal.of(400, "Service type '" + service.type().code() + "' does not support databases");
        }
        return service;
    }

    private static int pageSize(String text) {
        int size;
        try {
            size = Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw Refusal.invalidInput("'" + text + "' is not of type 'integer'");
        }
        if (size < 1) {
            throw Refusal.of(400, "Invalid value for limit parameter: minimum allowed value is 1");
        }
        if (size > LARGEST_PAGE) {
            throw Refusal.of(400, "Invalid value for limit parameter: maximum allowed value is " + LARGEST_PAGE);
        }
        return size;
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
