package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;
import io.github.aivenjunit.emulator.internal.state.ProjectOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Projects through the organization's endpoints, single ones in the spelling of 2025 and in that of 2026. */
final class OrganizationProjectRoutes {

    private static final int ID_LENGTH = 36;
    private static final int MOST_EMAILS = 10;
    private static final int LOWEST_PORT = 10_000;
    private static final int HIGHEST_PORT = 30_000;

    private final Platform platform;
    private final boolean mayCreate;
    private final ProjectJson json;

    OrganizationProjectRoutes(Platform platform, boolean mayCreate) {
        this.platform = platform;
        this.mayCreate = mayCreate;
        this.json = new ProjectJson(platform);
    }

    void addTo(Routes routes) {
        String organization = "/organization/{organization_id}";
        routes.add("GET", organization + "/projects", "OrganizationProjectsList", this::list);
        routes.add("POST", organization + "/projects", "OrganizationProjectsCreate", this::create);
        for (String spelling : new String[] {"/project/{project_id}", "/projects/{project_id}"}) {
            String path = organization + spelling;
            routes.add("GET", path, "OrganizationProjectsGet", call -> Reply.ok(json.ofOrganization(project(call))));
            routes.add("PATCH", path, "OrganizationProjectsUpdate", this::update);
            routes.add("DELETE", path, "OrganizationProjectsDelete", this::delete);
        }
    }

    private Reply list(Call call) {
        AccountRoutes.requireOrganization(call, platform);
        ObjectNode answer =
                Reply.object().put("total_project_count", platform.projects().size());
        answer.putArray("projects")
                .addAll(platform.projects().stream()
                        .map(json::listedByOrganization)
                        .toList());
        return Reply.ok(answer);
    }

    private Reply create(Call call) {
        AccountRoutes.requireOrganization(call, platform);
        if (!mayCreate) {
            throw Refusal.of(
                    403,
                    "user_not_organization_admin",
                    "You don't have permission to perform this action: " + call.operationId());
        }
        Input input = call.input();
        String name = input.requiredText("project_id", ProjectNames.LONGEST);
        input.text("project_id", ProjectNames.LONGEST, ProjectNames.ALLOWED);
        String group = input.requiredText("billing_group_id", ID_LENGTH);
        Map<String, String> tags =
                input.tags("tags").orElseThrow(() -> Refusal.invalidInput("'tags' is a required property"));
        OptionalInt basePort = input.integer("base_port", LOWEST_PORT, HIGHEST_PORT);
        List<String> emails = input.emails("tech_emails", MOST_EMAILS).orElse(List.of());
        String parent = input.text("parent_id", ID_LENGTH)
                .map(this::requireParent)
                .orElse(platform.account().accountId());
        Project project = platform.create(new ProjectOrder(
                name, true, Platform.DEFAULT_CLOUD, platform.billingGroup(group).id(), parent, basePort, emails, tags));
        return Reply.ok(json.ofOrganization(project));
    }

    private Reply update(Call call) {
        Project project = project(call);
        Input input = call.input();
        Optional<String> name = input.text("project_name", ProjectNames.LONGEST, ProjectNames.ALLOWED);
        Optional<String> group = input.text("billing_group_id", ID_LENGTH)
                .map(id -> platform.billingGroup(id).id());
        Optional<String> parent = input.text("parent_id", ID_LENGTH).map(this::requireParent);
        OptionalInt basePort = input.integer("base_port", LOWEST_PORT, HIGHEST_PORT);
        Optional<Map<String, String>> tags = input.tags("tags");
        Optional<List<String>> emails = input.emails("tech_emails", MOST_EMAILS);
        name.filter(changed -> !changed.equals(project.name())).ifPresent(changed -> platform.rename(project, changed));
        group.ifPresent(project::billingGroupId);
        parent.ifPresent(project::parentId);
        basePort.ifPresent(project::basePort);
        emails.ifPresent(project::techEmails);
        tags.ifPresent(changed -> {
            project.tags().clear();
            project.tags().putAll(changed);
        });
        return Reply.ok(json.ofOrganization(project));
    }

    private Reply delete(Call call) {
        platform.delete(project(call));
        return new Reply.NoContent();
    }

    private Project project(Call call) {
        AccountRoutes.requireOrganization(call, platform);
        return platform.findProject(call.path("project_id"))
                .orElseThrow(() -> Refusal.of(404, "project_not_found", "Project not found"));
    }

    /** An account's id: Terraform turns an organization's into one before it asks. */
    private String requireParent(String id) {
        if (!id.equals(platform.account().accountId())) {
            throw Refusal.of(404, "parent_account_not_found", "Parent account not found");
        }
        return id;
    }
}
