package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.ClickHouseServer;
import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.ClickHouseUser;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.ServerChange;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceUser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The users of a ClickHouse service, which are named by ids. Roles and privileges are a matter of SQL. */
final class ClickHouseUserRoutes {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@-]*");
    private static final int NAME_LENGTH = 64;
    private static final int PASSWORD_LENGTH = 256;
    private static final int MOST_ROLES = 64;
    private static final String PASSWORD = "password";

    private final Platform platform;
    private final ServerChanges changes;

    ClickHouseUserRoutes(Platform platform) {
        this.platform = platform;
        this.changes = new ServerChanges(platform);
    }

    void addTo(Routes routes) {
        String users = "/project/{project}/service/{service_name}/clickhouse/user";
        String user = users + "/{user_uuid}";
        routes.add("GET", users, "ServiceClickHouseUserList", this::list);
        routes.add("POST", users, "ServiceClickHouseUserCreate", this::create);
        routes.add("DELETE", user, "ServiceClickHouseUserDelete", this::delete);
        routes.add("PUT", user + "/password", "ServiceClickHousePasswordReset", this::changePassword);
    }

    private Reply list(Call call) {
        Service service = ClickHouseRoutes.service(call, platform);
        ObjectNode answer = Reply.object();
        ArrayNode users = answer.putArray("users");
        users.add(json(admin(service), true, Optional.empty()));
        service.clickHouseUsers().values().forEach(user -> users.add(json(user, false, Optional.empty())));
        return Reply.ok(answer);
    }

    private Reply create(Call call) {
        Service service = ClickHouseRoutes.service(call, platform);
        Input input = call.input();
        String name = input.requiredText("name", NAME_LENGTH);
        input.text("name", NAME_LENGTH, NAME);
        String password = password(input);
        if (!input.array("roles", MOST_ROLES).isEmpty()) {
            throw Refusal.of(
                    400, "The emulator has no ClickHouse roles. Leave the property out, or run against Aiven.");
        }
        boolean taken = service.admin().name().equals(name)
                || service.clickHouseUsers().values().stream()
                        .anyMatch(user -> user.name().equals(name));
        if (taken) {
            throw Refusal.of(409, "Service user '" + name + "' already exists");
        }
        ClickHouseUser user = new ClickHouseUser(platform.identifiers().uuid(), name);
        return changes.make(
                service,
                thing(user),
                new ServerChange<>(
                        ClickHouseServer.class, server -> server.createUser(new Credentials(name, password))),
                () -> {
                    service.clickHouseUsers().put(user.uuid(), user);
                    service.touch(platform.now());
                    ObjectNode answer = Reply.object();
                    answer.set("user", json(user, false, Optional.of(password)));
                    return Reply.ok(answer);
                });
    }

    private Reply delete(Call call) {
        Service service = ClickHouseRoutes.service(call, platform);
        ClickHouseUser user = user(service, call);
        if (user.equals(admin(service))) {
            throw Refusal.of(403, "Service user '" + user.name() + "' cannot be deleted");
        }
        return changes.make(
                service,
                thing(user),
                new ServerChange<>(ClickHouseServer.class, server -> server.dropUser(user.name())),
                () -> {
                    service.clickHouseUsers().remove(user.uuid());
                    service.touch(platform.now());
                    return Reply.message("deleted");
                });
    }

    private Reply changePassword(Call call) {
        Service service = ClickHouseRoutes.service(call, platform);
        Input input = call.input();
        if (!input.has(PASSWORD)) {
            throw Refusal.invalidInput("'" + PASSWORD + "' is a required property");
        }
        String password = password(input);
        ClickHouseUser user = user(service, call);
        Instant now = platform.now();
        return changes.make(
                service,
                thing(user),
                new ServerChange<>(
                        ClickHouseServer.class,
                        server -> server.changePassword(new Credentials(user.name(), password))),
                () -> {
                    if (user.equals(admin(service))) {
                        ServiceUser changed = service.admin().withPassword(password, now);
                        service.putUser(changed);
                    }
                    service.touch(now);
                    return Reply.ok(Reply.object().put(PASSWORD, password));
                });
    }

    private ClickHouseUser user(Service service, Call call) {
        String uuid = call.path("user_uuid");
        ClickHouseUser admin = admin(service);
        return admin.uuid().equals(uuid)
                ? admin
                : Optional.ofNullable(service.clickHouseUsers().get(uuid))
                        .orElseThrow(() -> Refusal.of(404, "Service user '" + uuid + "' does not exist"));
    }

    /** The first user has an id too, which is the same for the life of the service. */
    private static ClickHouseUser admin(Service service) {
        String name = service.admin().name();
        byte[] seed = (service.name() + "/" + service.createTime() + "/" + name).getBytes(StandardCharsets.UTF_8);
        return new ClickHouseUser(UUID.nameUUIDFromBytes(seed).toString(), name);
    }

    private String password(Input input) {
        return input.text(PASSWORD, PASSWORD_LENGTH)
                .orElseGet(() -> platform.identifiers().password());
    }

    private static ObjectNode json(ClickHouseUser user, boolean required, Optional<String> password) {
        ObjectNode json = Reply.object()
                .put("name", user.name())
                .put(PASSWORD, password.orElse(null))
                .put("required", required)
                .put("uuid", user.uuid());
        json.putArray("privileges");
        json.putArray("roles");
        return json;
    }

    private static String thing(ClickHouseUser user) {
        return "user '" + user.name() + "'";
    }
}
