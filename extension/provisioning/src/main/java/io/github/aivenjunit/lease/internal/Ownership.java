package io.github.aivenjunit.lease.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The marks that everything we create carries. Nothing without both the prefix and the tag is ever deleted.
 *
 * @param run the test run
 * @param owner who to ask
 * @param expires after this moment anybody may delete it
 */
public record Ownership(String run, String owner, Instant expires) {

    /** Every project that we create is named like this. */
    public static final String NAME_PREFIX = "aj-";

    public static final String RUN_TAG = "aiven-junit-run";
    public static final String OWNER_TAG = "aiven-junit-owner";
    public static final String EXPIRES_TAG = "aiven-junit-expires";

    /** Marks a project that Aiven refuses to delete yet, with the moment it was emptied. */
    public static final String TOMBSTONE_TAG = "aiven-junit-tombstone";

    /** Somebody wants to keep it: with this tag, whatever its value, no sweep deletes it. */
    public static final String PROTECTED_TAG = "aiven-junit-protected";

    /** Aiven docs, "Tag resources": a value has at most 64 characters. */
    private static final int MAX_TAG_VALUE_LENGTH = 64;

    private static final int DIGEST_BYTES = 8;

    public Ownership {
        expires = expires.truncatedTo(ChronoUnit.SECONDS);
        run = runTag(run);
        owner = owner.length() <= MAX_TAG_VALUE_LENGTH ? owner : owner.substring(0, MAX_TAG_VALUE_LENGTH);
    }

    /** The tags of a new resource: its own and ours. */
    public Map<String, String> tags(Map<String, String> others) {
        Map<String, String> tags = new HashMap<>(others);
        tags.put(RUN_TAG, run);
        tags.put(OWNER_TAG, owner);
        tags.put(EXPIRES_TAG, expires.toString());
        return Map.copyOf(tags);
    }

    /** The tag of a run. Runs that differ have tags that differ, also when only the end of a long id tells them apart. */
    public static String runTag(String run) {
        if (run.length() <= MAX_TAG_VALUE_LENGTH) {
            return run;
        }
        String digest = HexFormat.of().formatHex(sha256(run), 0, DIGEST_BYTES);
        return run.substring(0, MAX_TAG_VALUE_LENGTH - digest.length() - 1) + "-" + digest;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256. Use a complete one.", e);
        }
    }

    /** Whether this library made the project. */
    public static boolean madeProject(String name, Map<String, String> tags) {
        return name.startsWith(NAME_PREFIX) && tags.containsKey(RUN_TAG);
    }

    /** Whether this library made the service. In somebody else's project the tag is the only mark. */
    public static boolean madeService(Map<String, String> tags) {
        return tags.containsKey(RUN_TAG);
    }
}
