package io.github.aivenjunit.client.model;

/**
 * A user of an organization that is a program.
 *
 * @param userEmail an address that Aiven made up
 */
public record ApplicationUser(String userId, String name, String userEmail, boolean superAdmin) {

    public ApplicationUser {
        userId = Missing.identity(userId, "user_id");
        name = Missing.text(name);
        userEmail = Missing.text(userEmail);
    }
}
