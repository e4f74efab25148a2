package io.github.aivenjunit.client.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An access token to create.
 *
 * @param description at most 1000 characters
 * @param maxAge 10 minutes to 10 years, in whole seconds; default: no end
 * @param extendWhenUsed whether each use starts {@code maxAge} anew; default: no
 * @param scopes default: all
 * @param ipAllowlist at most 100 addresses or networks; default: every address
 */
public record AccessTokenCreate(
        String description,
        Optional<Duration> maxAge,
        boolean extendWhenUsed,
        List<String> scopes,
        List<String> ipAllowlist) {

    public AccessTokenCreate {
        description = Missing.required(description, "description");
        scopes = Missing.list(scopes);
        ipAllowlist = Missing.list(ipAllowlist);
    }

    public static AccessTokenCreate of(String description) {
        return new AccessTokenCreate(description, Optional.empty(), false, List.of(), List.of());
    }

    public AccessTokenCreate withMaxAge(Duration maxAge) {
        return new AccessTokenCreate(description, Optional.of(maxAge), extendWhenUsed, scopes, ipAllowlist);
    }

    public AccessTokenCreate extendedWhenUsed() {
        return new AccessTokenCreate(description, maxAge, true, scopes, ipAllowlist);
    }

    public AccessTokenCreate withScopes(List<String> scopes) {
        return new AccessTokenCreate(description, maxAge, extendWhenUsed, scopes, ipAllowlist);
    }

    public AccessTokenCreate withIpAllowlist(List<String> ipAllowlist) {
        return new AccessTokenCreate(description, maxAge, extendWhenUsed, scopes, ipAllowlist);
    }
}
