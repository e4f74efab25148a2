package io.github.aivenjunit.emulator.internal.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the API tells of an access token. The token itself is not kept.
 *
 * @param prefix its first characters, by which it is named
 * @param userId whose token it is
 * @param createdManually false for the token that the emulator began with
 * @param extendWhenUsed whether every use moves the end
 * @param expiryTime empty for the token that the emulator began with
 * @param scopes told back, not enforced
 * @param ipAllowlist told back, not enforced
 */
public record AccessToken(
        String prefix,
        String userId,
        String description,
        Instant createTime,
        boolean createdManually,
        boolean extendWhenUsed,
        Duration maxAge,
        Optional<Instant> expiryTime,
        Optional<Instant> lastUse,
        List<String> scopes,
        List<String> ipAllowlist) {

    public AccessToken {
        scopes = List.copyOf(scopes);
        ipAllowlist = List.copyOf(ipAllowlist);
    }

    AccessToken usedAt(Instant now) {
        Optional<Instant> end = extendWhenUsed ? Optional.of(now.plus(maxAge)) : expiryTime;
        return new AccessToken(
                prefix,
                userId,
                description,
                createTime,
                createdManually,
                extendWhenUsed,
                maxAge,
                end,
                Optional.of(now),
                scopes,
                ipAllowlist);
    }

    AccessToken describedAs(String changed) {
        return new AccessToken(
                prefix,
                userId,
                changed,
                createTime,
                createdManually,
                extendWhenUsed,
                maxAge,
                expiryTime,
                lastUse,
                scopes,
                ipAllowlist);
    }

    boolean isOver(Instant now) {
        return expiryTime.filter(end -> !end.isAfter(now)).isPresent();
    }
}
