package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.client.model.ServiceUserCreate;
import java.util.Optional;

/**
 * Users of a service. The API has no list of them: see {@link io.github.aivenjunit.client.model.Service#users()}.
 * Thread-safe. Every method throws {@link AivenApiException}.
 */
public interface ServiceUserApi {

    /**
     * Creates a user. When the answer is lost, the user is read back and, if it exists, returned: a user has nothing by
     * which to tell who made it.
     */
    ServiceUser create(String project, String service, ServiceUserCreate request);

    ServiceUser get(String project, String service, String username);

    /** Empty when there is no such user. The API can need a moment to show a new one. */
    Optional<ServiceUser> find(String project, String service, String username);

    /** Gives the user a new password and returns it. Logins can be refused for a moment afterwards. */
    ServiceUser resetPassword(String project, String service, String username);

    /**
     * Sets the user's password.
     *
     * @param newPassword 8 to 256 characters
     */
    ServiceUser changePassword(String project, String service, String username, Secret newPassword);

    /** Deletes a user; one that is not there is deleted. */
    void delete(String project, String service, String username);
}
