package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.Account;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;
import java.util.ArrayList;
import java.util.List;

/** Billing groups made and removed, the projects that they pay for, and what the account lists of both. */
final class BillingGroupRoutes {

    private static final int NAME_LENGTH = 128;
    private static final int ID_LENGTH = 36;
    private static final int MOST_PROJECTS = 1000;

    private final Platform platform;
    private final AccountJson accounts;
    private final ProjectJson projects;

    BillingGroupRoutes(Platform platform) {
        this.platform = platform;
        this.accounts = new AccountJson(platform);
        this.projects = new ProjectJson(platform);
    }

    void addTo(Routes routes) {
        String group = "/billing-group/{billing_group_id}";
        routes.add("POST", "/billing-group", "BillingGroupCreate", this::create);
        routes.add("DELETE", group, "BillingGroupDelete", this::delete);
        routes.add("GET", group + "/projects", "BillingGroupProjectList", this::projects);
        routes.add("POST", group + "/project-assign/{project}", "BillingGroupProjectAssign", this::assign);
        routes.add("POST", group + "/projects-assign", "BillingGroupProjectsAssign", this::assignAll);
        routes.add("GET", "/account/{account_id}/billing-group", "AccountBillingGroupList", this::ofAccount);
        routes.add("GET", "/account/{account_id}/projects", "AccountProjectsList", this::projectsOfAccount);
    }

    /** The name counts; addresses and cards are checked for nothing and not kept, as nobody is billed. */
    private Reply create(Call call) {
        Input input = call.input();
        String name = input.requiredFilledText("billing_group_name", NAME_LENGTH);
        input.text("account_id", ID_LENGTH).ifPresent(this::requireAccount);
        input.text("copy_from_billing_group", ID_LENGTH).ifPresent(platform::billingGroup);
        ObjectNode answer = Reply.object();
        answer.set("billing_group", accounts.billingGroup(platform.addBillingGroup(name)));
        return Reply.ok(answer);
    }

    private Reply delete(Call call) {
        platform.delete(group(call));
        return Reply.message("deleted");
    }

    private Reply projects(Call call) {
        Account.BillingGroup group = group(call);
        ObjectNode answer = Reply.object();
        ArrayNode list = answer.putArray("projects");
        platform.projects().stream()
                .filter(project -> project.billingGroupId().equals(group.id()))
                .forEach(project -> list.addObject()
                        .put("available_credits", "0.00")
                        .put("estimated_balance", "0.00")
                        .put("project_name", project.name()));
        return Reply.ok(answer);
    }

    private Reply assign(Call call) {
        Account.BillingGroup group = group(call);
        platform.project(call.project()).billingGroupId(group.id());
        return Reply.message("assigned");
    }

    /** All or none. */
    private Reply assignAll(Call call) {
        Account.BillingGroup group = group(call);
        if (!call.input().hasValue("projects_names")) {
            throw Refusal.invalidInput("'projects_names' is a required property");
        }
        List<Project> named = new ArrayList<>();
        for (JsonNode name : call.input().array("projects_names", MOST_PROJECTS)) {
            if (!name.isTextual()) {
                throw Refusal.invalidInput(name + " is not of type 'string'");
            }
            named.add(platform.project(name.textValue()));
        }
        named.forEach(project -> project.billingGroupId(group.id()));
        return Reply.message("assigned");
    }

    private Reply ofAccount(Call call) {
        requireAccount(call.path("account_id"));
        ObjectNode answer = Reply.object();
        answer.putArray("account_billing_groups")
                .addAll(platform.account().billingGroups().stream()
                        .map(accounts::billingGroup)
                        .toList());
        return Reply.ok(answer);
    }

    private Reply projectsOfAccount(Call call) {
        requireAccount(call.path("account_id"));
        ObjectNode answer =
                Reply.object().put("total_project_count", platform.projects().size());
        answer.putArray("projects")
                .addAll(platform.projects().stream().map(projects::classic).toList());
        return Reply.ok(answer);
    }

    private Account.BillingGroup group(Call call) {
        return platform.billingGroup(call.path("billing_group_id"));
    }

    private void requireAccount(String id) {
        if (!id.equals(platform.account().accountId())) {
            throw Refusal.of(404, "account_not_found", "Account not found");
        }
    }
}
