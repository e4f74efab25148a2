package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.Permissions;
import io.github.aivenjunit.emulator.internal.state.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who may do what in the organization, its one unit and its projects. Every token may do everything all the same. */
final class PermissionRoutes {

    private static final int MOST_ENTRIES = 1000;
    private static final int PERMISSION_LENGTH = 128;
    private static final int ID_LENGTH = 36;
    private static final String LIST = "permissions";
    private static final List<String> PRINCIPALS = List.of("user", "user_group");
    private static final List<String> OPERATIONS = List.of("grant", "revoke", "set");

    private final Platform platform;

    PermissionRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        String path = "/organization/{organization_id}/permissions/{resource_type}/{resource_id}";
        routes.add("GET", path, "PermissionsGet", this::list);
        routes.add("PUT", path, "PermissionsSet", this::replace);
        routes.add("PATCH", path, "PermissionsUpdate", this::update);
    }

    private Reply list(Call call) {
        ObjectNode answer = Reply.object();
        ArrayNode list = answer.putArray(LIST);
        for (Permissions.Grant grant : permissions(call).all()) {
            ObjectNode json = list.addObject()
                    .put("create_time", ApiTime.seconds(grant.createTime()))
                    .put("principal_id", grant.principalId())
                    .put("principal_type", grant.principalType())
                    .put("update_time", ApiTime.seconds(grant.updateTime()));
            ArrayNode names = json.putArray(LIST);
            grant.permissions().forEach(names::add);
        }
        return Reply.ok(answer);
    }

    private Reply replace(Call call) {
        permissions(call).replace(entries(call.input()), platform.now());
        return new Reply.NoContent();
    }

    private Reply update(Call call) {
        Permissions permissions = permissions(call);
        String operation = call.input().oneOf("operation", OPERATIONS).orElse("set");
        Instant now = platform.now();
        for (Permissions.Entry entry : entries(call.input())) {
            switch (operation) {
                case "grant" -> permissions.grant(entry, now);
                case "revoke" -> permissions.revoke(entry, now);
                default -> permissions.set(entry, now);
            }
        }
        return new Reply.NoContent();
    }

    private Permissions permissions(Call call) {
        AccountRoutes.requireOrganization(call, platform);
        String id = call.path("resource_id");
        return switch (call.path("resource_type")) {
            case "organization" -> ofAccount(id.equals(platform.account().organizationId()));
            case "organization_unit" -> ofAccount(id.equals(platform.account().accountId()));
            case "project" ->
                platform.findProject(id)
                        .orElseThrow(() -> Refusal.of(404, "project_not_found", "Project not found"))
                        .permissions();
            default -> throw Refusal.of(400, "unsupported_resource_type", "Unsupported resource type");
        };
    }

    private Permissions ofAccount(boolean known) {
        if (!known) {
            throw Refusal.of(404, "organization_not_found", "Organization not found");
        }
        return platform.account().permissions();
    }

    private List<Permissions.Entry> entries(Input input) {
        if (!input.hasValue(LIST)) {
            throw Refusal.invalidInput("'" + LIST + "' is a required property");
        }
        List<Permissions.Entry> entries = new ArrayList<>();
        for (JsonNode element : input.array(LIST, MOST_ENTRIES)) {
            Input entry = Input.asInput(element);
            String id = entry.requiredText("principal_id", ID_LENGTH);
            entry.requiredText("principal_type", ID_LENGTH);
            String type = entry.oneOf("principal_type", PRINCIPALS).orElseThrow();
            requirePrincipal(id, type);
            entries.add(new Permissions.Entry(id, type, names(entry)));
        }
        return entries;
    }

    private static List<String> names(Input entry) {
        if (!entry.hasValue(LIST)) {
            throw Refusal.invalidInput("'" + LIST + "' is a required property");
        }
        Set<String> names = new TreeSet<>();
        for (JsonNode name : entry.array(LIST, MOST_ENTRIES)) {
            if (!name.isTextual() || name.textValue().length() > PERMISSION_LENGTH) {
                throw Refusal.invalidInput("every one of 'permissions' must be a short text");
            }
            names.add(name.textValue());
        }
        return List.copyOf(names);
    }

    private void requirePrincipal(String id, String type) {
        if (type.equals("user_group")) {
            throw Refusal.of(404, "user_group_not_found", "User group not found");
        }
        if (!id.equals(platform.account().userId())
                && platform.applicationUsers().find(id).isEmpty()) {
            throw Refusal.of(404, "organization_user_not_found", "Organization user not found");
        }
    }
}
