package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.model.Account;
import io.github.aivenjunit.client.model.AivenUser;
import io.github.aivenjunit.client.model.BillingGroup;
import io.github.aivenjunit.client.model.Organization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrganizationTests {

    private static final String ORGANIZATION = """
            {"organization_id": "org1", "organization_name": "Acme", "account_id": "a225", "tier": "business",
             "create_time": "2024-01-02T03:04:05Z", "update_time": "2024-01-02T03:04:06Z"}""";
    private static final Organization ACME = new Organization(
            "org1",
            "Acme",
            Optional.of("a225"),
            "business",
            Instant.parse("2024-01-02T03:04:05Z"),
            Instant.parse("2024-01-02T03:04:06Z"));

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void meIsTheUserBehindTheToken() throws InterruptedException {
        api.answers("""
                {"user": {"user": "a@example.org", "user_id": "u1", "real_name": "A", "state": "active", "auth": ["x"],
                 "invitations": [], "projects": ["p1"], "project_membership": {"p1": "admin"},
                 "project_memberships": {"p1": ["admin"]}, "managing_organization_id": "org1"}}""");

        assertThat(api.client().me())
                .isEqualTo(new AivenUser(
                        "a@example.org",
                        "u1",
                        "A",
                        "active",
                        List.of("p1"),
                        Map.of("p1", "admin"),
                        Optional.of("org1")));
        api.received("GET", "/v1/me");
    }

    @Test
    void organizationsAreReadAsListAndAlone() throws InterruptedException {
        api.answers("{\"organizations\": [" + ORGANIZATION + "]}").answers(ORGANIZATION);
        OrganizationApi organizations = api.client().organizations();

        assertThat(organizations.organizations()).containsExactly(ACME);
        assertThat(organizations.organization("org1")).isEqualTo(ACME);
        api.received("GET", "/v1/organizations");
        api.received("GET", "/v1/organization/org1");
    }

    @Test
    void accountsAreRead() throws InterruptedException {
        api.answers("""
                {"accounts": [{"account_id": "a225", "account_name": "root", "organization_id": "org1",
                 "root_account_id": "a225", "parent_account_id": null, "primary_billing_group_id": "11111111-1111-4111-8111-111111111111",
                 "is_account_owner": true}]}""");

        assertThat(api.client().organizations().accounts())
                .containsExactly(new Account(
                        "a225",
                        "root",
                        Optional.of("org1"),
                        Optional.of("a225"),
                        Optional.empty(),
                        Optional.of("11111111-1111-4111-8111-111111111111"),
                        true));
        api.received("GET", "/v1/account");
    }

    @Test
    void billingGroupsAreReadOfOneOrganizationAndOfAll() throws InterruptedException {
        api.answers("""
                        {"billing_groups": [{"billing_group_id": "11111111-1111-4111-8111-111111111111", "billing_group_name": "dev",
                          "organization_id": "org1"}]}""").answers("""
                        {"billing_groups": [{"billing_group_id": "11111111-1111-4111-8111-111111111111", "billing_group_name": "dev",
                          "account_id": "a225", "payment_method": "card", "card_info": {"last4": "0000"}}]}""");
        OrganizationApi organizations = api.client().organizations();

        assertThat(organizations.billingGroups("org1"))
                .containsExactly(new BillingGroup(
                        "11111111-1111-4111-8111-111111111111",
                        "dev",
                        Optional.of("org1"),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(organizations.billingGroups())
                .containsExactly(new BillingGroup(
                        "11111111-1111-4111-8111-111111111111",
                        "dev",
                        Optional.empty(),
                        Optional.of("a225"),
                        Optional.of("card")));
        api.received("GET", "/v1/organization/org1/billing-groups");
        api.received("GET", "/v1/billing-group");
    }
}
