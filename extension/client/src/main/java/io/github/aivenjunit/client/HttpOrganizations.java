package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Account;
import io.github.aivenjunit.client.model.BillingGroup;
import io.github.aivenjunit.client.model.Organization;
import java.util.List;

/** Organizations over HTTP. */
record HttpOrganizations(ApiCalls calls) implements OrganizationApi {

    @Override
    public List<Organization> organizations() {
        return calls.call(
                ApiRequest.get(ApiPath.of("/organizations")),
                (json, body) -> json.list(body, "organizations", Organization.class));
    }

    @Override
    public Organization organization(String organizationId) {
        return calls.call(
                ApiRequest.get(ApiPath.organization(organizationId)),
                (json, body) -> json.value(body, Organization.class));
    }

    @Override
    public List<Account> accounts() {
        return calls.call(
                ApiRequest.get(ApiPath.of("/account")), (json, body) -> json.list(body, "accounts", Account.class));
    }

    @Override
    public List<BillingGroup> billingGroups(String organizationId) {
        return billingGroups(ApiPath.organization(organizationId).plus("/billing-groups"));
    }

    @Override
    public List<BillingGroup> billingGroups() {
        return billingGroups(ApiPath.of("/billing-group"));
    }

    private List<BillingGroup> billingGroups(ApiPath path) {
        return calls.call(ApiRequest.get(path), (json, body) -> json.list(body, "billing_groups", BillingGroup.class));
    }
}
