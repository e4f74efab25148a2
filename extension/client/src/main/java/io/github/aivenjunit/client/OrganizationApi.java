package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Account;
import io.github.aivenjunit.client.model.BillingGroup;
import io.github.aivenjunit.client.model.Organization;
import java.util.List;

/**
 * Organizations, their units and who pays; read only. Thread-safe. Every method throws {@link AivenApiException}.
 */
public interface OrganizationApi {

    List<Organization> organizations();

    Organization organization(String organizationId);

    List<Account> accounts();

    /** The billing groups of one organization. */
    List<BillingGroup> billingGroups(String organizationId);

    /** The billing groups that the token can see, on the classic endpoint. */
    List<BillingGroup> billingGroups();
}
