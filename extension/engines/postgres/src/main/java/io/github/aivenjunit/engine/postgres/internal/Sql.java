package io.github.aivenjunit.engine.postgres.internal;

/** Names and texts of others as parts of an SQL statement. */
final class Sql {

    private Sql() {}

    static String name(String name) {
        return '"' + withoutNul(name).replace("\"", "\"\"") + '"';
    }

    static String text(String text) {
        return '\'' + withoutNul(text).replace("'", "''") + '\'';
    }

    private static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A name or password holds the character NUL. Remove it.");
        }
        return text;
    }
}
