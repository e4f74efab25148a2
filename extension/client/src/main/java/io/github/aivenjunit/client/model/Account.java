package io.github.aivenjunit.client.model;

import java.util.Optional;

/**
 * An organizational unit, which the API still calls account.
 */
public record Account(
        String accountId,
        String accountName,
        Optional<String> organizationId,
        Optional<String> rootAccountId,
        Optional<String> parentAccountId,
        Optional<String> primaryBillingGroupId,
        boolean isAccountOwner) {

    public Account {
        accountId = Missing.identity(accountId, "account_id");
        accountName = Missing.text(accountName);
        organizationId = Missing.optional(organizationId);
        rootAccountId = Missing.optional(rootAccountId);
        parentAccountId = Missing.optional(parentAccountId);
        primaryBillingGroupId = Missing.optional(primaryBillingGroupId);
    }
}
