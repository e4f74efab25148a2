package io.github.aivenjunit.engine.mysql.internal;

/** Names and texts of others as parts of an SQL statement, in a session with the SQL mode of {@link MySqlSession}. */
final class Sql {

    private Sql() {}

    static String name(String name) {
        return '`' + withoutNul(name).replace("`", "``") + '`';
    }

    static String text(String text) {
        return '\'' + withoutNul(text).replace("\\", "\\\\").replace("'", "''") + '\'';
    }

    /** A user who may come from any address. */
    static String account(String username) {
        return name(username) + "@'%'";
    }

    private static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A name or password holds the character NUL. Remove it.");
        }
        return text;
    }
}
