package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.state.Account;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;

/** The user, the organization, its account and its billing groups. */
final class AccountJson {

    private final Platform platform;

    AccountJson(Platform platform) {
        this.platform = platform;
    }

    ObjectNode user() {
        Account account = platform.account();
        ObjectNode json = Reply.object()
                .put("country", "")
                .put("create_time", ApiTime.seconds(account.createTime()))
                .put("managed_by_scim", false)
                .put("managing_organization_id", account.organizationId())
                .put("real_name", "Emulator")
                .put("state", "active")
                .put("token_validity_begin", ApiTime.seconds(account.createTime()))
                .put("user", Account.EMAIL)
                .put("user_id", account.userId());
        json.putArray("auth").add("password");
        json.putObject("features");
        json.putArray("invitations");
        json.set("project_membership", membership());
        json.set("project_memberships", memberships());
        json.putArray("projects")
                .addAll(platform.projects().stream()
                        .map(Project::name)
                        .map(json::textNode)
                        .toList());
        return json;
    }

    /** The role in every project. */
    ObjectNode membership() {
        ObjectNode json = Reply.object();
        platform.projects().forEach(project -> json.put(project.name(), "admin"));
        return json;
    }

    ObjectNode memberships() {
        ObjectNode json = Reply.object();
        platform.projects().forEach(project -> json.putArray(project.name()).add("admin"));
        return json;
    }

    ObjectNode organization() {
        Account account = platform.account();
        return Reply.object()
                .put("account_id", account.accountId())
                .put("create_time", ApiTime.seconds(account.createTime()))
                .put("organization_id", account.organizationId())
                .put("organization_name", Account.NAME)
                .put("tier", "business")
                .put("update_time", ApiTime.seconds(account.createTime()));
    }

    ObjectNode account() {
        Account account = platform.account();
        ObjectNode json = Reply.object()
                .put("access_source", "organization_membership")
                .put("account_id", account.accountId())
                .put("account_name", Account.NAME)
                .put("account_owner_team_id", "at" + account.accountId())
                .put("create_time", ApiTime.seconds(account.createTime()))
                .put("is_account_member", true)
                .put("is_account_owner", true)
                .put("organization_id", account.organizationId())
                .put("primary_billing_group_id", account.primaryBillingGroup().id())
                .put("root_account_id", account.accountId())
                .put("tenant_id", "aiven")
                .put("update_time", ApiTime.seconds(account.createTime()));
        json.putObject("features");
        return json;
    }

    ObjectNode billingGroup(Account.BillingGroup group) {
        ObjectNode json = Reply.object()
                .put("account_id", platform.account().accountId())
                .put("account_name", Account.NAME)
                .put("billing_address_id", addressId(group))
                .put("billing_currency", "USD")
                .putNull("billing_extra_text")
                .put("billing_group_id", group.id())
                .put("billing_group_name", group.name())
                .put("billing_type", "prepaid")
                .putNull("card_info")
                .put("city", "")
                .put("company", "")
                .put("country", "")
                .put("country_code", "")
                .put("create_time", ApiTime.seconds(group.createTime()))
                .put("estimated_balance_local", "0.00")
                .put("estimated_balance_usd", "0.00")
                .put("payment_method", "no_payment_expected")
                .put("shipping_address_id", addressId(group))
                .put("state", "")
                .put("vat_id", "")
                .put("zip_code", "");
        json.putArray("address_lines");
        json.putArray("billing_contact_emails");
        json.putArray("billing_emails");
        return json;
    }

    ObjectNode billingGroupOfOrganization(Account.BillingGroup group) {
        ObjectNode json = Reply.object()
                .put("billing_address_id", addressId(group))
                .put("billing_currency", "USD")
                .put("billing_group_id", group.id())
                .put("billing_group_name", group.name())
                .put("organization_id", platform.account().organizationId())
                .put("shipping_address_id", addressId(group))
                .put("vat_id", "");
        json.putArray("billing_contact_emails");
        json.putArray("billing_emails");
        return json;
    }

    private static String addressId(Account.BillingGroup group) {
        return "addr" + group.id().substring(0, 8);
    }
}
