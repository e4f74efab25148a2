package io.github.aivenjunit.client.model;

import java.util.Optional;

/**
 * Who pays for a project.
 */
public record BillingGroup(
        String billingGroupId,
        String billingGroupName,
        Optional<String> organizationId,
        Optional<String> accountId,
        Optional<String> paymentMethod) {

    public BillingGroup {
        billingGroupId = Missing.identity(billingGroupId, "billing_group_id");
        billingGroupName = Missing.text(billingGroupName);
        organizationId = Missing.optional(organizationId);
        accountId = Missing.optional(accountId);
        paymentMethod = Missing.optional(paymentMethod);
    }
}
