package io.github.aivenjunit.client;

/** An Aiven API token: personal, application or session. Immutable; {@link #toString()} never shows it. */
public final class ApiToken {

    private final String value;

    private ApiToken(String value) {
        this.value = value;
    }

    /**
     * Surrounding white space, as files leave it, is cut off.
     *
     * @throws IllegalArgumentException when the token is blank or cannot stand in an HTTP header
     */
    public static ApiToken of(String token) {
        String value = token.strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(
                    "The API token is blank. Give the token that Aiven showed at its creation.");
        }
        if (!value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException(
                    "The API token contains a character that no token has, such as a space or a"
                            + " line break. Copy it again as one piece.");
        }
        return new ApiToken(value);
    }

    /** The token in clear. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiToken token && value.equals(token.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "********";
    }
}
