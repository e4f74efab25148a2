package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.client.model.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Proofs of a password for MySQL's authentication plugins: the ones of Aiven's users, and MariaDB's. */
final class MySqlPassword {

    static final String NATIVE = "mysql_native_password";
    private static final String SHA2 = "caching_sha2_password";

    private final Secret password;

    MySqlPassword(Secret password) {
        this.password = password;
    }

    boolean supports(String plugin) {
        return plugin.equals(SHA2) || plugin.equals(NATIVE);
    }

    /**
     * The password mixed with the server's challenge.
     *
     * @throws IOException if the plugin is none of ours
     */
    byte[] proof(String plugin, byte[] challenge) throws IOException {
        byte[] secret = password.reveal().getBytes(StandardCharsets.UTF_8);
        if (secret.length == 0) {
            return secret;
        }
        return switch (plugin) {
            case SHA2 -> {
                byte[] once = digest("SHA-256", secret);
                yield mixed(once, digest("SHA-256", digest("SHA-256", once), challenge));
            }
            case NATIVE -> {
                byte[] once = digest("SHA-1", secret);
                yield mixed(once, digest("SHA-1", challenge, digest("SHA-1", once)));
            }
            default ->
                throw new IOException("The server asks for authentication by '" + plugin
                        + "', which is not known here. Use " + SHA2 + " or " + NATIVE + ".");
        };
    }

    /** As text that ends with a zero. Only for a connection with TLS. */
    byte[] inClear() {
        byte[] secret = password.reveal().getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(secret, secret.length + 1);
    }

    private static byte[] mixed(byte[] one, byte[] other) {
        byte[] mixed = new byte[one.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (byte) (one[i] ^ other[i]);
        }
        return mixed;
    }

    private static byte[] digest(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no " + algorithm + ".", e);
        }
    }
}
