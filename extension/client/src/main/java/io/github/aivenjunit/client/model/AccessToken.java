package io.github.aivenjunit.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the API tells of an access token: never the token itself.
 *
 * @param tokenPrefix its first characters, by which the API addresses it
 * @param currentlyActive whether it is the token that asked
 * @param expiryTime empty for a token without an end
 * @param maxAgeSeconds from creation, or from the last use with {@code extendWhenUsed}
 * @param scopes empty for all
 * @param ipAllowlist empty for every address
 */
public record AccessToken(
        String tokenPrefix,
        Optional<String> description,
        Instant createTime,
        Optional<Instant> expiryTime,
        Optional<Instant> lastUsedTime,
        boolean createdManually,
        boolean currentlyActive,
        boolean extendWhenUsed,
        Optional<Long> maxAgeSeconds,
        List<String> scopes,
        List<String> ipAllowlist) {

    public AccessToken {
        tokenPrefix = Missing.identity(tokenPrefix, "token_prefix");
        description = Missing.optional(description);
        createTime = Missing.time(createTime);
        expiryTime = Missing.optional(expiryTime);
        lastUsedTime = Missing.optional(lastUsedTime);
        maxAgeSeconds = Missing.optional(maxAgeSeconds);
        scopes = Missing.list(scopes);
        ipAllowlist = Missing.list(ipAllowlist);
    }
}
