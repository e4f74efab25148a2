package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.AccessToken;
import io.github.aivenjunit.client.model.AccessTokenCreate;
import io.github.aivenjunit.client.model.ApplicationUser;
import io.github.aivenjunit.client.model.NewAccessToken;
import java.util.List;
import java.util.Optional;

/**
 * Users of an organization that are programs, and their tokens. Thread-safe. Every method throws
 * {@link AivenApiException}.
 */
public interface ApplicationUserApi {

    List<ApplicationUser> list(String organizationId);

    /** Empty when there is no such user. */
    Optional<ApplicationUser> find(String organizationId, String userId);

    /**
     * Creates a user without rights. Several can have one name, so that the request is not repeated when the answer is
     * lost.
     */
    ApplicationUser create(String organizationId, String name);

    ApplicationUser rename(String organizationId, String userId, String name);

    /** Deletes a user with its tokens; one that is not there is deleted. */
    void delete(String organizationId, String userId);

    List<AccessToken> tokens(String organizationId, String userId);

    /**
     * Creates a token. The API shows it this once, so that the request is not repeated when the answer is lost: what may
     * have been created has to be revoked.
     */
    NewAccessToken createToken(String organizationId, String userId, AccessTokenCreate request);

    /** Revokes a token; one that is not there is revoked. */
    void revokeToken(String organizationId, String userId, String tokenPrefix);
}
