package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.state.Platform;

/** The caller, the organization, its account and its billing groups: all to read only. */
final class AccountRoutes {

    private final Platform platform;
    private final AccountJson json;

    AccountRoutes(Platform platform) {
        this.platform = platform;
        this.json = new AccountJson(platform);
    }

    void addTo(Routes routes) {
        routes.add("GET", "/me", "UserInfo", this::me);
        routes.add("GET", "/organizations", "UserOrganizationsList", this::organizations);
        routes.add("GET", "/organization/{organization_id}", "OrganizationGet", this::organization);
        routes.add("GET", "/account", "AccountList", this::accounts);
        routes.add("GET", "/account/{account_id}", "AccountGet", this::account);
        routes.add("GET", "/billing-group", "BillingGroupList", this::billingGroups);
        routes.add("GET", "/billing-group/{billing_group_id}", "BillingGroupGet", this::billingGroup);
        for (String spelling : new String[] {"billing-group", "billing-groups"}) {
            String path = "/organization/{organization_id}/" + spelling;
            routes.add("GET", path, "OrganizationBillingGroupList", this::groupsOfOrganization);
            routes.add("GET", path + "/{billing_group_id}", "OrganizationBillingGroupGet", this::groupOfOrganization);
        }
    }

    /** Refuses every organization but the emulator's. */
    static void requireOrganization(Call call, Platform platform) {
        if (!call.path("organization_id").equals(platform.account().organizationId())) {
            throw Refusal.of(404, "organization_not_found", "Organization not found");
        }
    }

    private Reply me(Call call) {
        ObjectNode user = json.user();
        platform.applicationUsers()
                .find(call.caller().userId())
                .ifPresent(found -> user.put("real_name", found.name())
                        .put("user", found.email())
                        .put("user_id", found.id()));
        return Reply.ok(in("user", user));
    }

    private Reply organizations(Call call) {
        ObjectNode answer = Reply.object();
        answer.putArray("organizations").add(json.organization());
        return Reply.ok(answer);
    }

    private Reply organization(Call call) {
        requireOrganization(call, platform);
        return Reply.ok(json.organization());
    }

    private Reply accounts(Call call) {
        ObjectNode answer = Reply.object();
        answer.putArray("accounts").add(json.account());
        return Reply.ok(answer);
    }

    private Reply account(Call call) {
        if (!call.path("account_id").equals(platform.account().accountId())) {
            throw Refusal.of(404, "account_not_found", "Account not found");
        }
        return Reply.ok(in("account", json.account()));
    }

    private Reply billingGroups(Call call) {
        ObjectNode answer = Reply.object();
        answer.putArray("billing_groups")
                .addAll(platform.account().billingGroups().stream()
                        .map(json::billingGroup)
                        .toList());
        return Reply.ok(answer);
    }

    private Reply billingGroup(Call call) {
        return Reply.ok(in("billing_group", json.billingGroup(platform.billingGroup(call.path("billing_group_id")))));
    }

    private Reply groupsOfOrganization(Call call) {
        requireOrganization(call, platform);
        ObjectNode answer = Reply.object();
        answer.putArray("billing_groups")
                .addAll(platform.account().billingGroups().stream()
                        .map(json::billingGroupOfOrganization)
                        .toList());
        return Reply.ok(answer);
    }

    private Reply groupOfOrganization(Call call) {
        requireOrganization(call, platform);
        return Reply.ok(json.billingGroupOfOrganization(platform.billingGroup(call.path("billing_group_id"))));
    }

    private static ObjectNode in(String key, ObjectNode value) {
        ObjectNode answer = Reply.object();
        answer.set(key, value);
        return answer;
    }
}
