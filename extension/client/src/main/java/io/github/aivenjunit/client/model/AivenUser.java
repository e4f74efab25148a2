package io.github.aivenjunit.client.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The user behind a token.
 *
 * @param user the e-mail address
 * @param projects the names of the projects that the user is a member of
 * @param projectMembership role by project name
 */
public record AivenUser(
        String user,
        String userId,
        String realName,
        String state,
        List<String> projects,
        Map<String, String> projectMembership,
        Optional<String> managingOrganizationId) {

    public AivenUser {
        user = Missing.identity(user, "user");
        userId = Missing.text(userId);
        realName = Missing.text(realName);
        state = Missing.text(state);
        projects = Missing.list(projects);
        projectMembership = Missing.map(projectMembership);
        managingOrganizationId = Missing.optional(managingOrganizationId);
    }
}
