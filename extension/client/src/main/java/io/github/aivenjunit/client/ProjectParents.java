package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Organization;
import java.util.Optional;

/** Turns the id of an organization into the account id that the project endpoints want as a parent. */
record ProjectParents(OrganizationApi organizations) {

    private static final String ORGANIZATION_PREFIX = "org";

    Optional<String> accountId(Optional<String> parentId) {
        return parentId.map(this::accountId);
    }

    private String accountId(String parentId) {
        if (!parentId.startsWith(ORGANIZATION_PREFIX)) {
            return parentId;
        }
        Organization organization = organizations.organization(parentId);
        return organization
                .accountId()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The organization " + parentId
                                        + " has no account id that this token can see. Give the id of an organizational unit as parent."));
    }
}
