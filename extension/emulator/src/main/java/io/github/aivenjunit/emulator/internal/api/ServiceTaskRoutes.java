package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceState;
import io.github.aivenjunit.emulator.internal.state.Task;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a service can be asked to do once: tasks, writes in spite of a full disk, a migration's progress, another type. */
final class ServiceTaskRoutes {

    private static final Duration WRITES = Duration.ofMinutes(15);
    private static final Set<String> WITH_WRITES = Set.of("mysql", "pg", "alloydbomni");
    private static final Set<String> WITH_MIGRATION = Set.of("alloydbomni", "dragonfly", "mysql", "pg", "valkey");
    private static final List<String> TASKS =
            List.of("create_user_backup", "dataset_import", "migration_check", "upgrade_check");
    private static final int TYPE_LENGTH = 64;
    private static final int BACKUP_LENGTH = 256;
    private static final Pattern BACKUP_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

    private final Platform platform;

    ServiceTaskRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        String service = "/project/{project}/service/{service_name}";
        routes.add("POST", service + "/task", "ServiceTaskCreate", this::create);
        routes.add("GET", service + "/task/{task_id}", "ServiceTaskGet", this::get);
        routes.add("POST", service + "/enable-writes", "ServiceEnableWrites", this::enableWrites);
        routes.add("GET", service + "/migration", "ServiceGetMigrationStatus", this::migration);
        routes.with(Support.REFUSED)
                .add("PATCH", service + "/service_type", "ServiceServiceTypeUpdate", this::changeType);
    }

    private Reply create(Call call) {
        Project project = platform.project(call.project());
        Service service = project.service(call.service());
        Input input = call.input();
        input.requiredText("task_type", TYPE_LENGTH);
        String type = input.oneOf("task_type", TASKS).orElseThrow();
        boolean success = switch (type) {
            case "create_user_backup" -> backUp(project, service, input);
            case "upgrade_check" -> canUpgrade(service, input);
            default -> throw Refusal.of(400, "Task '" + type + "' is not supported for service " + service.name());
        };
        String result =
                success ? "Task " + type + " succeeded" : "The target version is not newer than the current one";
        Task task = new Task(platform.identifiers().uuid(), type, platform.now(), success, result);
        service.tasks().put(task.id(), task);
        return answer(task);
    }

    private boolean backUp(Project project, Service service, Input input) {
        String name = input.object("create_user_backup")
                .map(Input::new)
                .orElseThrow(() -> Refusal.invalidInput("'create_user_backup' is a required property"))
                .requiredText("backup_name", BACKUP_LENGTH);
        if (!BACKUP_NAME.matcher(name).matches()) {
            throw Refusal.invalidInput("'backup_name' does not match '^" + BACKUP_NAME + "$'");
        }
        if (!service.type().backsUpFirst()) {
            throw Refusal.of(
                    400, "Service type '" + service.type().code() + "' does not support backups made by users");
        }
        requirePower(service);
        if (service.backups().stream().anyMatch(backup -> backup.name().equals(name))) {
            throw Refusal.of(409, "Backup '" + name + "' already exists");
        }
        platform.lives().backUp(project, service, name);
        return true;
    }

    private static boolean canUpgrade(Service service, Input input) {
        String target = input.requiredText("target_version", TYPE_LENGTH);
        List<String> versions = service.type().versions();
        if (!versions.contains(target)) {
            throw Refusal.of(
                    400,
                    "Version '" + target + "' is not available for service type '"
                            + service.type().code() + "'");
        }
        String current = UserConfigs.withDefaults(
                        service.type(), service.order().userConfig())
                .path(service.type().versionKey())
                .asText();
        return versions.indexOf(target) > versions.indexOf(current);
    }

    private Reply get(Call call) {
        Service service = service(call);
        String id = call.path("task_id");
        return answer(Optional.ofNullable(service.tasks().get(id))
                .orElseThrow(() -> Refusal.of(404, "Task '" + id + "' does not exist")));
    }

    private static Reply answer(Task task) {
        ObjectNode answer = Reply.object();
        answer.putObject("task")
                .put("create_time", ApiTime.seconds(task.createTime()))
                .put("result", task.result())
                .put("success", task.success())
                .put("task_id", task.id())
                .put("task_type", task.type())
                .putArray("result_codes");
        return Reply.ok(answer);
    }

    /** Disks never fill here, so writes are allowed before and after too. */
    private Reply enableWrites(Call call) {
        Service service = service(call);
        if (!WITH_WRITES.contains(service.type().code())) {
            throw Refusal.of(400, "Service type '" + service.type().code() + "' does not support enabling of writes");
        }
        requirePower(service);
        return Reply.ok(Reply.object()
                .put("message", "enabled writes")
                .put("until", ApiTime.seconds(platform.now().plus(WRITES))));
    }

    /** What {@code user_config.migration} asks for waits forever: the emulator copies from no other server. */
    private Reply migration(Call call) {
        Service service = service(call);
        if (!WITH_MIGRATION.contains(service.type().code())) {
            throw Refusal.of(400, "Service type '" + service.type().code() + "' does not support migration");
        }
        if (!service.order().userConfig().path("migration").isObject()) {
            throw Refusal.of(404, "Service " + service.name() + " has no migration");
        }
        ObjectNode answer = Reply.object();
        answer.putObject("migration").put("method", "").put("status", "waiting");
        answer.putArray("migration_detail");
        return Reply.ok(answer);
    }

    private Reply changeType(Call call) {
        Service service = service(call);
        String type = call.input().requiredText("service_type", TYPE_LENGTH);
        throw Refusal.of(400, "Service type '" + service.type().code() + "' cannot be changed to '" + type + "'");
    }

    private Service service(Call call) {
        return platform.project(call.project()).service(call.service());
    }

    private static void requirePower(Service service) {
        if (service.state() == ServiceState.POWEROFF) {
            throw Refusal.of(409, "not_powered", "Database not powered on");
        }
    }
}
