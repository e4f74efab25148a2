package io.github.aivenjunit.engine.valkey.internal;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.ValkeyAccess;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The words of the server's access control language. Passwords only appear as the hashes that the server compares with.
 *
 * @param allChannels whether a user without rules for channels may use all of them
 */
record AccessRules(boolean allChannels) {

    /** Closed to every user, whatever their rules say. Aiven docs: "Restricted commands in Aiven for Valkey". */
    private static final List<String> RESTRICTED = List.of(
            "-acl",
            "-bgrewriteaof",
            "-bgsave",
            "-cluster",
            "-command",
            "-config",
            "-debug",
            "-failover",
            "-lastsave",
            "-migrate",
            "-monitor",
            "-replicaof",
            "-save",
            "-shutdown",
            "-slaveof");

    /** Makes a user anew. */
    static List<String> login(Credentials user) {
        return List.of("reset", "on", password(user));
    }

    /** The password's hash; the words before it are left to the caller. */
    static String password(Credentials user) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(user.password().getBytes(StandardCharsets.UTF_8));
            return "#" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This JVM lacks SHA-256. Run the tests on another one.", impossible);
        }
    }

    /** Everything, the restricted commands too: for this artifact's own user. */
    static List<String> everything() {
        return List.of("~*", "&*", "+@all");
    }

    /** Everything that a client of the service may do. */
    List<String> unlimited() {
        List<String> words = new ArrayList<>(List.of("~*", "+@all"));
        words.add(allChannels ? "allchannels" : "resetchannels");
        words.addAll(RESTRICTED);
        return words;
    }

    /** What these rules allow and nothing else, whatever was allowed before. */
    List<String> limited(ValkeyAccess access) {
        List<String> words = new ArrayList<>(List.of("resetkeys", "resetchannels", "-@all"));
        access.keys().forEach(pattern -> words.add("~" + pattern));
        words.addAll(access.categories());
        words.addAll(access.commands());
        access.channels()
                .ifPresentOrElse(
                        patterns -> patterns.forEach(pattern -> words.add("&" + pattern)),
                        () -> words.add(allChannels ? "allchannels" : "resetchannels"));
        words.addAll(RESTRICTED);
        return words;
    }
}
