package io.github.aivenjunit.client.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A project. The organization endpoints send fewer fields than the classic ones.
 *
 * @param projectName unique among all customers of Aiven
 * @param accountId the unit that the project belongs to
 * @param defaultCloud classic endpoints only
 * @param estimatedBalance in US dollars; classic endpoints only
 */
public record Project(
        String projectName,
        Optional<String> accountId,
        Optional<String> organizationId,
        Optional<String> parentId,
        Optional<String> billingGroupId,
        Optional<String> billingGroupName,
        Optional<String> defaultCloud,
        Optional<BigDecimal> estimatedBalance,
        Optional<String> paymentMethod,
        Map<String, String> tags,
        List<TechEmail> techEmails) {

    public Project {
        projectName = Missing.identity(projectName, "project_name");
        accountId = Missing.optional(accountId);
        organizationId = Missing.optional(organizationId);
        parentId = Missing.optional(parentId);
        billingGroupId = Missing.optional(billingGroupId);
        billingGroupName = Missing.optional(billingGroupName);
        defaultCloud = Missing.optional(defaultCloud);
        estimatedBalance = Missing.optional(estimatedBalance);
        paymentMethod = Missing.optional(paymentMethod);
        tags = Missing.map(tags);
        techEmails = Missing.list(techEmails);
    }
}
