package io.github.aivenjunit.engine.clickhouse.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names and passwords of others as parts of an SQL statement. */
final class Sql {

    private Sql() {}

    static String name(String name) {
        return '`' + name.replace("\\", "\\\\").replace("`", "\\`") + '`';
    }

    /** How a user proves to be itself; statements are logged, so they hold only a hash of the password. */
    static String identified(String password) {
        return " IDENTIFIED WITH sha256_hash BY '" + sha256(password) + "'";
    }

    static String sha256(String password) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This JVM lacks SHA-256. Run the tests on another one.", impossible);
        }
    }
}
