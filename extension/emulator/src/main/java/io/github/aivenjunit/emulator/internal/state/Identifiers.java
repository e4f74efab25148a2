package io.github.aivenjunit.emulator.internal.state;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Random names in the API's own forms. Thread-safe if its source is. */
public final class Identifiers {

    private static final String PASSWORD_CHARACTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    private static final int PASSWORD_LENGTH = 19;
    private static final int TOKEN_LENGTH = 64;
    private static final String TOKEN_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
    private static final String HEX = "0123456789abcdef";

    private final RandomGenerator random;

    public Identifiers(RandomGenerator random) {
        this.random = random;
    }

    /** As the API generates them; needs no encoding in an address. */
    public String password() {
        return "AVNS_" + pick(PASSWORD_CHARACTERS, PASSWORD_LENGTH);
    }

    public String token() {
        return pick(PASSWORD_CHARACTERS, TOKEN_LENGTH);
    }

    /** As the API generates them: a path segment that holds part of one needs encoding. */
    String accessToken() {
        return pick(TOKEN_CHARACTERS, TOKEN_LENGTH);
    }

    public String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    public String aclId() {
        return "acl" + pick(HEX, 11);
    }

    String organizationId() {
        return "org" + pick(HEX, 11);
    }

    String accountId() {
        return "a" + pick(HEX, 11);
    }

    String userId() {
        return "u" + pick(HEX, 11);
    }

    public String staticIpId() {
        return "ip" + pick(HEX, 11);
    }

    private String pick(String characters, int length) {
        StringBuilder picked = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            picked.append(characters.charAt(random.nextInt(characters.length())));
        }
        return picked.toString();
    }
}
