package io.github.aivenjunit.spec;

import java.util.Locale;

/** When a connection of a PgBouncer pool goes back to the pool. */
public enum PoolMode {

    /** When the client hangs up. */
    SESSION,

    /** At the end of a transaction; Aiven's default. */
    TRANSACTION,

    /** After each statement: transactions of several statements are refused. */
    STATEMENT;

    /** Aiven's word for it. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
