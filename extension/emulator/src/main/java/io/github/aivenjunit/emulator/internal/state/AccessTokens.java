package io.github.aivenjunit.emulator.internal.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tokens that are let in, by their prefixes. Keeps digests only. Thread-safe, without the platform's lock. */
public final class AccessTokens {

    /** Aiven API: the longest that can be asked for. */
    public static final Duration LONGEST_AGE = Duration.ofDays(3650);

    private static final int PREFIX_LENGTH = 12;

    private final Identifiers identifiers;
    private final Map<String, Held> held = new LinkedHashMap<>();

    AccessTokens(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** What a caller asked a token to be. */
    public record Order(
            String description,
            Duration maxAge,
            boolean extendWhenUsed,
            List<String> scopes,
            List<String> ipAllowlist) {}

    /** A new token with its secret, which exists only here. */
    public record Created(String fullToken, AccessToken token) {

        @Override
        public String toString() {
            return "Created[" + token.prefix() + "]";
        }
    }

    /** Lets in a token that was agreed on before. */
    public synchronized void admit(String fullToken, String userId, Instant now) {
        // The prefix of a short token would tell most of it.
        String prefix = fullToken.length() > 2 * PREFIX_LENGTH
                ? fullToken.substring(0, PREFIX_LENGTH)
                : identifiers.accessToken().substring(0, PREFIX_LENGTH);
        Order order = new Order("Emulator", LONGEST_AGE, false, List.of(), List.of());
        put(fullToken, prefix, userId, order, false, now);
    }

    public synchronized Created create(String userId, Order order, Instant now) {
        String fullToken = identifiers.accessToken();
        AccessToken token = put(fullToken, fullToken.substring(0, PREFIX_LENGTH), userId, order, true, now);
        return new Created(fullToken, token);
    }

    /** The token, if it is let in; notes its use. */
    public synchronized Optional<AccessToken> use(String fullToken, Instant now) {
        byte[] digest = digest(fullToken);
        for (Held candidate : held.values()) {
            if (MessageDigest.isEqual(candidate.digest, digest)) {
                if (candidate.token.isOver(now)) {
                    return Optional.empty();
                }
                candidate.token = candidate.token.usedAt(now);
                return Optional.of(candidate.token);
            }
        }
        return Optional.empty();
    }

    /** A user's tokens that are not over, the oldest first. */
    public synchronized List<AccessToken> of(String userId, Instant now) {
        held.values().removeIf(candidate -> candidate.token.isOver(now));
        return held.values().stream()
                .map(candidate -> candidate.token)
                .filter(token -> token.userId().equals(userId))
                .toList();
    }

    /** The token with its new description, empty when the user has none of that prefix. */
    public synchronized Optional<AccessToken> describe(String userId, String prefix, String description) {
        return find(userId, prefix).map(found -> found.token = found.token.describedAs(description));
    }

    /** Whether there was one. */
    public synchronized boolean revoke(String userId, String prefix) {
        return find(userId, prefix).isPresent() && held.remove(prefix) != null;
    }

    /** Ends all tokens of a user. */
    public synchronized void revokeAll(String userId) {
        held.values().removeIf(candidate -> candidate.token.userId().equals(userId));
    }

    private Optional<Held> find(String userId, String prefix) {
        return Optional.ofNullable(held.get(prefix))
                .filter(found -> found.token.userId().equals(userId));
    }

    private AccessToken put(
            String fullToken, String prefix, String userId, Order order, boolean manually, Instant now) {
        AccessToken token = new AccessToken(
                prefix,
                userId,
                order.description(),
                now,
                manually,
                order.extendWhenUsed(),
                order.maxAge(),
                manually ? Optional.of(now.plus(order.maxAge())) : Optional.empty(),
                Optional.empty(),
                order.scopes(),
                order.ipAllowlist());
        held.put(prefix, new Held(digest(fullToken), token));
        return token;
    }

    private static byte[] digest(String fullToken) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(fullToken.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which every one must have.", e);
        }
    }

    private static final class Held {
        private final byte[] digest;
        private AccessToken token;

        private Held(byte[] digest, AccessToken token) {
            this.digest = digest;
            this.token = token;
        }
    }
}
