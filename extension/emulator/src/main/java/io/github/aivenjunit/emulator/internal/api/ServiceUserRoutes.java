package io.github.aivenjunit.emulator.internal.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.UserServer;
import io.github.aivenjunit.emulator.engine.ValkeyServer;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;
import io.github.aivenjunit.emulator.internal.state.ServerChange;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The users of a service. */
final class ServiceUserRoutes {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@-]*");
    private static final int NAME_LENGTH = 64;
    private static final int PASSWORD_LENGTH = 256;
    private static final int SHORTEST_PASSWORD = 8;
    private static final List<String> AUTHENTICATIONS = List.of("caching_sha2_password", "mysql_native_password");
    private static final List<String> OPERATIONS =
            List.of("acknowledge-renewal", "reset-credentials", "set-access-control");

    private final Platform platform;
    private final ServerChanges changes;

    ServiceUserRoutes(Platform platform) {
        this.platform = platform;
        this.changes = new ServerChanges(platform);
    }

    void addTo(Routes routes) {
        String users = "/project/{project}/service/{service_name}/user";
        String user = users + "/{service_username}";
        routes.add("POST", users, "ServiceUserCreate", this::create);
        routes.add("GET", user, "ServiceUserGet", this::get);
        routes.add("PUT", user, "ServiceUserCredentialsModify", this::modify);
        routes.add("PUT", user + "/credentials/reset", "ServiceUserCredentialsReset", this::reset);
        routes.add(
                "PUT",
                "/project/{project}/service/{service_name}/credentials/reset",
                "ServiceCredentialsReset",
                this::resetAll);
        routes.add("DELETE", user, "ServiceUserDelete", this::delete);
    }

    private Reply create(Call call) {
        Project project = platform.project(call.project());
        Service service = project.service(call.service());
        requireUserManagement(service);
        Input input = call.input();
        String name = input.requiredText("username", NAME_LENGTH);
        input.text("username", NAME_LENGTH, NAME);
        Optional<String> authentication = input.oneOf("authentication", AUTHENTICATIONS);
        Optional<ObjectNode> accessControl = input.object("access_control");
        if (service.user(name).isPresent()) {
            throw Refusal.of(409, "Service user '" + name + "' already exists");
        }
        ServiceUser user = new ServiceUser(
                name,
                false,
                platform.identifiers().password(),
                platform.now(),
                Optional.empty(),
                authentication,
                accessControl);
        AtomicReference<ServiceUser> made = new AtomicReference<>(user);
        Reply.Deferred creation = changes.make(service, thing(name), creation(user), () -> {
            ServiceUser complete = requireNonNull(made.get(), "user");
            service.putUser(complete);
            service.lags().begin(lag(name), platform.faults().userLag());
            service.hidePassword(name, platform.faults().passwordLag());
            project.happened(service, platform.now(), "service_user_create", "Created user " + name);
            return created(service, complete);
        });
        if (!service.type().code().equals("kafka")) {
            return creation;
        }
        // Aiven API: only Kafka's users have certificates. Making one takes a moment, so it is done without the lock.
        return new Reply.Deferred(() -> {
            made.set(user.withCertificate(project.ca().client(name)));
            return creation.work().run();
        });
    }

    /** Aiven API: the one answer to a write that always shows the password. */
    private static Reply created(Service service, ServiceUser user) {
        ObjectNode answer = Reply.object().put("message", "created");
        answer.set("user", ServiceJson.user(user, service.order(), Secrets.SHOWN));
        return Reply.ok(answer);
    }

    private Reply get(Call call) {
        Service service = service(call);
        ServiceUser user = user(service, call);
        ObjectNode answer = Reply.object();
        answer.set(
                "user",
                ServiceJson.user(service.shown(user), service.order(), Secrets.forRead(call, platform.faults())));
        return Reply.ok(answer);
    }

    private Reply modify(Call call) {
        Service service = service(call);
        Input input = call.input();
        input.requiredText("operation", NAME_LENGTH);
        String operation = input.oneOf("operation", OPERATIONS).orElseThrow();
        Optional<String> password = input.text("new_password", PASSWORD_LENGTH);
        password.filter(chosen -> chosen.length() < SHORTEST_PASSWORD).ifPresent(chosen -> {
            // The value stays out of the answer, which is where the API would show it.
            throw Refusal.invalidInput("new_password is too short");
        });
        Optional<ObjectNode> accessControl = input.object("access_control");
        ServiceUser user = user(service, call);
        return switch (operation) {
            case "reset-credentials" -> changePassword(platform.project(call.project()), service, user, password);
            case "set-access-control" -> changeAccess(service, user.withAccessControl(accessControl));
            default -> whole(service);
        };
    }

    private static ServerChange<?> creation(ServiceUser user) {
        return ValkeyAccessRules.of(user.accessControl())
                .<ServerChange<?>>map(access ->
                        new ServerChange<>(ValkeyServer.class, server -> server.createUser(user.credentials(), access)))
                .orElseGet(() -> new ServerChange<>(UserServer.class, server -> server.createUser(user.credentials())));
    }

    private Reply changeAccess(Service service, ServiceUser changed) {
        Supplier<Reply> commit = () -> {
            service.putUser(changed);
            service.touch(platform.now());
            return whole(service);
        };
        return ValkeyAccessRules.of(changed.accessControl())
                .<Reply>map(access -> changes.make(
                        service,
                        thing(changed.name()),
                        new ServerChange<>(ValkeyServer.class, server -> server.changeAccess(changed.name(), access)),
                        commit))
                .orElseGet(commit);
    }

    private Reply reset(Call call) {
        Service service = service(call);
        return changePassword(platform.project(call.project()), service, user(service, call), Optional.empty());
    }

    /** Aiven API: not in its published document, but its command line client calls it. All users get a new password. */
    private Reply resetAll(Call call) {
        Service service = service(call);
        Instant now = platform.now();
        List<ServiceUser> changed = service.users().stream()
                .map(user -> user.withPassword(platform.identifiers().password(), now))
                .toList();
        return changes.make(
                service,
                "credentials",
                new ServerChange<>(UserServer.class, server -> {
                    for (ServiceUser user : changed) {
                        server.changePassword(user.credentials());
                    }
                }),
                () -> {
                    changed.stream()
                            .filter(user -> service.user(user.name()).isPresent())
                            .forEach(service::putUser);
                    platform.project(call.project())
                            .happened(service, now, "service_user_update", "Reset the passwords of all users");
                    return whole(service);
                });
    }

    private Reply changePassword(Project project, Service service, ServiceUser user, Optional<String> chosen) {
        String password = chosen.filter(sent -> !sent.equals(Secrets.REDACTION))
                .orElseGet(() -> platform.identifiers().password());
        Instant now = platform.now();
        ServiceUser changed = user.withPassword(password, now);
        return changes.make(
                service,
                thing(user.name()),
                new ServerChange<>(UserServer.class, server -> server.changePassword(changed.credentials())),
                () -> {
                    service.putUser(changed);
                    service.hidePassword(user.name(), platform.faults().passwordLag());
                    project.happened(service, now, "service_user_update", "Reset the password of user " + user.name());
                    return whole(service);
                });
    }

    private Reply delete(Call call) {
        Service service = service(call);
        String name = call.path("service_username");
        if (service.user(name).isEmpty() || service.lags().holds(lag(name))) {
            throw Refusal.of(platform.faults().unknownUserStatus(), "Service user '" + name + "' does not exist");
        }
        if (service.admin().name().equals(name)) {
            throw Refusal.of(403, "Service user '" + name + "' cannot be deleted");
        }
        return changes.make(
                service, thing(name), new ServerChange<>(UserServer.class, server -> server.dropUser(name)), () -> {
                    service.removeUser(name);
                    platform.project(call.project())
                            .happened(service, platform.now(), "service_user_delete", "Deleted user " + name);
                    return Reply.message("deleted");
                });
    }

    private Reply whole(Service service) {
        return ServiceRoutes.answer(service, Secrets.forWrite(platform.faults()));
    }

    private Service service(Call call) {
        return platform.project(call.project()).service(call.service());
    }

    private static ServiceUser user(Service service, Call call) {
        String name = call.path("service_username");
        return service.user(name)
                .filter(found -> !service.lags().holds(lag(name)))
                .orElseThrow(() -> Refusal.of(404, "Service user '" + name + "' does not exist"));
    }

    private static String lag(String username) {
        return "user " + username;
    }

    private static String thing(String username) {
        return "user '" + username + "'";
    }

    private static void requireUserManagement(Service service) {
        if (!service.type().managesUsers()) {
            throw Refusal.of(400, "Service type '" + service.type().code() + "' does not support service users");
        }
    }
}
