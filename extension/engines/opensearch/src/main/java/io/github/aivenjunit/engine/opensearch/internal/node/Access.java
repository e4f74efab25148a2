package io.github.aivenjunit.engine.opensearch.internal.node;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who may talk to the node: users with a password, each of whom may do everything. Thread-safe. */
final class Access {

    private static final String SCHEME = "basic ";

    private volatile Map<String, String> passwords = Map.of();

    void replace(Map<String, String> users) {
        passwords = Map.copyOf(users);
    }

    /** Whether the value of a request's header {@code Authorization} names a user and the right password. */
    boolean admits(Optional<String> authorization) {
        return authorization
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(value -> value.substring(SCHEME.length()).trim())
                .filter(this::isPairOfAUser)
                .isPresent();
    }

    private boolean isPairOfAUser(String encoded) {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        int colon = pair.indexOf(':');
        String expected = colon < 0 ? null : passwords.get(pair.substring(0, colon));
        return expected != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        pair.substring(colon + 1).getBytes(StandardCharsets.UTF_8));
    }
}
