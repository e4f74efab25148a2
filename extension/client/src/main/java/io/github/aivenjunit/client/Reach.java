package io.github.aivenjunit.client;

/** How far a request got that has no answer. */
enum Reach {
    /** The name of the host does not resolve: mostly a typing error, sometimes a DNS server that hiccups. */
    UNKNOWN_HOST(false),
    /** The server's certificate is not trusted: trying again changes nothing. */
    UNTRUSTED(false),
    /** No connection was made. */
    NOT_SENT(false),
    /** The request may have arrived, and may have taken effect. */
    PERHAPS_SENT(true);

    private final boolean perhapsEffective;

    Reach(boolean perhapsEffective) {
        this.perhapsEffective = perhapsEffective;
    }

    boolean perhapsEffective() {
        return perhapsEffective;
    }
}
