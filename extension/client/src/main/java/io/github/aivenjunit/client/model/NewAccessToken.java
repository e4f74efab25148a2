package io.github.aivenjunit.client.model;

import java.util.Objects;

/**
 * An access token just created.
 *
 * @param fullToken the token itself, which the API shows this once
 * @param tokenPrefix its first characters, by which the API addresses it
 */
public record NewAccessToken(Secret fullToken, String tokenPrefix) {

    public NewAccessToken {
        Objects.requireNonNull(fullToken, "fullToken");
        tokenPrefix = Missing.identity(tokenPrefix, "token_prefix");
    }
}
