package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.AccessToken;
import io.github.aivenjunit.client.model.AccessTokenCreate;
import io.github.aivenjunit.client.model.NewAccessToken;
import java.util.List;

/** Access tokens of the token's own user. Thread-safe. Every method throws {@link AivenApiException}. */
public interface AccessTokenApi {

    List<AccessToken> list();

    /**
     * Creates a token. The API shows it this once, so that the request is not repeated when the answer is lost: what may
     * have been created has to be revoked.
     */
    NewAccessToken create(AccessTokenCreate request);

    /** Changes the description. */
    AccessToken update(String tokenPrefix, String description);

    /** Revokes a token; one that is not there is revoked. */
    void revoke(String tokenPrefix);
}
