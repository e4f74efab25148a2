package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.catalogue.Catalogue;
import io.github.aivenjunit.emulator.internal.certificates.ProjectCa;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;
import io.github.aivenjunit.emulator.internal.state.ProjectOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Projects through the classic endpoints. */
final class ProjectRoutes {

    private static final int ID_LENGTH = 36;
    private static final int MOST_EMAILS = 10;

    private final Platform platform;
    private final boolean mayCreate;
    private final ProjectJson json;
    private final AccountJson account;

    ProjectRoutes(Platform platform, boolean mayCreate) {
        this.platform = platform;
        this.mayCreate = mayCreate;
        this.json = new ProjectJson(platform);
        this.account = new AccountJson(platform);
    }

    void addTo(Routes routes) {
        routes.add("GET", "/project", "ProjectList", this::list);
        routes.add("POST", "/project", "ProjectCreate", this::create);
        routes.add("GET", "/project/{project}", "ProjectGet", call -> answer(platform.project(call.project())));
        routes.add("PUT", "/project/{project}", "ProjectUpdate", this::update);
        routes.add("DELETE", "/project/{project}", "ProjectDelete", this::delete);
        routes.add("GET", "/project/{project}/events", "ProjectGetEventLogs", this::events);
        routes.add("GET", "/project/{project}/kms/ca", "ProjectKmsGetCA", this::caCertificate);
        routes.add("GET", "/project/{project}/users", "ProjectUserList", this::retiredUserList);
    }

    private Reply list(Call call) {
        ObjectNode answer = Reply.object();
        answer.set("project_membership", account.membership());
        answer.set("project_memberships", account.memberships());
        answer.putArray("projects")
                .addAll(platform.projects().stream().map(json::classic).toList());
        return Reply.ok(answer);
    }

    private Reply create(Call call) {
        if (!mayCreate) {
            throw Refusal.of(
                    403,
                    "permission_denied",
                    "You don't have permission to perform this action: " + call.operationId());
        }
        Input input = call.input();
        String name = input.requiredText("project", ProjectNames.LONGEST);
        input.text("project", ProjectNames.LONGEST, ProjectNames.ALLOWED);
        Optional<Project> source =
                input.text("copy_from_project", ProjectNames.LONGEST).map(platform::project);
        Map<String, String> tags = new HashMap<>();
        if (input.flag("copy_tags").orElse(false)) {
            source.ifPresent(project -> tags.putAll(project.tags()));
        }
        tags.putAll(input.tags("tags").orElse(Map.of()));
        String cloud = input.text("cloud", 256)
                .map(chosen -> Catalogue.get().cloud(chosen).name())
                .orElse(source.map(Project::cloud).orElse(Platform.DEFAULT_CLOUD));
        OptionalInt basePort = input.integer("base_port", 10_000, 29_000);
        List<String> emails = input.emails("tech_emails", MOST_EMAILS).orElse(List.of());
        String parent = input.text("account_id", ID_LENGTH)
                .map(this::requireAccount)
                .orElse(platform.account().accountId());
        platform.requireFreeName(name);
        Project project = platform.create(new ProjectOrder(
                name, false, cloud, billingGroup(input, name, source), parent, basePort, emails, tags));
        return answer(project);
    }

    /** Aiven API: without a billing group a fresh one is made, which outlives the project. */
    private String billingGroup(Input input, String project, Optional<Project> source) {
        Optional<String> chosen = input.text("billing_group_id", ID_LENGTH);
        if (chosen.isPresent()) {
            return platform.billingGroup(chosen.get()).id();
        }
        if (source.isPresent() && input.flag("use_source_project_billing_group").orElse(false)) {
            return source.get().billingGroupId();
        }
        return platform.addBillingGroup("Default billing group for " + project).id();
    }

    private String requireAccount(String id) {
        if (!id.equals(platform.account().accountId())) {
            throw Refusal.of(404, "account_not_found", "Account not found");
        }
        return id;
    }

    private Reply update(Call call) {
        Project project = platform.project(call.project());
        Input input = call.input();
        Optional<String> name = input.text("project_name", ProjectNames.LONGEST, ProjectNames.ALLOWED);
        Optional<String> cloud = input.text("cloud", 256)
                .map(chosen -> Catalogue.get().cloud(chosen).name());
        Optional<String> group = input.text("billing_group_id", ID_LENGTH)
                .map(id -> platform.billingGroup(id).id());
        Optional<String> parent = input.text("account_id", ID_LENGTH).map(this::requireAccount);
        Optional<Map<String, String>> tags = input.tags("tags");
        Optional<List<String>> emails = input.emails("tech_emails", MOST_EMAILS);
        name.filter(changed -> !changed.equals(project.name())).ifPresent(changed -> platform.rename(project, changed));
        cloud.ifPresent(project::cloud);
        group.ifPresent(project::billingGroupId);
        parent.ifPresent(project::parentId);
        emails.ifPresent(project::techEmails);
        tags.ifPresent(changed -> {
            project.tags().clear();
            project.tags().putAll(changed);
        });
        return answer(project);
    }

    private Reply delete(Call call) {
        platform.delete(platform.project(call.project()));
        return Reply.message("deleted");
    }

    private Reply events(Call call) {
        ObjectNode answer = Reply.object();
        answer.putArray("events")
                .addAll(platform.project(call.project()).events().stream()
                        .map(ProjectJson::event)
                        .toList());
        return Reply.ok(answer);
    }

    private Reply caCertificate(Call call) {
        ProjectCa ca = platform.project(call.project()).ca();
        return new Reply.Deferred(() -> Reply.ok(Reply.object().put("certificate", ca.pem())));
    }

    private Reply retiredUserList(Call call) {
        throw Refusal.of(410, "retired_api_endpoint", "This API endpoint has been retired");
    }

    private Reply answer(Project project) {
        ObjectNode answer = Reply.object();
        answer.set("project", json.classic(project));
        return Reply.ok(answer);
    }
}
