package io.github.aivenjunit.engine.kafka.internal.broker;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/*
 * The table "ACL permission mapping" of Aiven's documentation on access control lists, with two additions that it leaves
 * open: whoever may write may also use transactional ids, without which no transaction is possible, and IDEMPOTENT_WRITE,
 * which producers of old versions ask for.
 */
/** One of Aiven's access rules. */
final class AclRule {

    private static final Set<AclOperation> ADMIN = Set.of(
            AclOperation.READ,
            AclOperation.WRITE,
            AclOperation.DESCRIBE,
            AclOperation.DELETE,
            AclOperation.ALTER,
            AclOperation.DESCRIBE_CONFIGS,
            AclOperation.ALTER_CONFIGS);
    private static final Set<AclOperation> GROUP =
            Set.of(AclOperation.READ, AclOperation.DESCRIBE, AclOperation.DELETE);
    private static final Set<AclOperation> TRANSACTION = Set.of(AclOperation.WRITE, AclOperation.DESCRIBE);

    private final Pattern username;
    private final Pattern topic;
    private final boolean reads;
    private final boolean writes;
    private final boolean administers;

    AclRule(String username, String permission, String topic) {
        this.username = pattern(username);
        this.topic = pattern(topic);
        String word = permission.toLowerCase(Locale.ROOT);
        this.administers = word.equals("admin");
        this.reads = administers || word.startsWith("read");
        this.writes = administers || word.endsWith("write");
    }

    boolean concerns(String user) {
        return username.matcher(user).matches();
    }

    boolean allows(AclOperation operation, ResourceType type, String name) {
        return type == ResourceType.TOPIC
                ? allowsOnTopics(operation) && topic.matcher(name).matches()
                : allowsOnAny(operation, type);
    }

    /** Whether it allows the operation on at least one resource of that type. */
    boolean allowsOnSome(AclOperation operation, ResourceType type) {
        return type == ResourceType.TOPIC ? allowsOnTopics(operation) : allowsOnAny(operation, type);
    }

    private boolean allowsOnTopics(AclOperation operation) {
        return switch (operation) {
            case READ -> reads;
            case WRITE -> writes;
            case DESCRIBE -> true;
            default -> administers && ADMIN.contains(operation);
        };
    }

    private boolean allowsOnAny(AclOperation operation, ResourceType type) {
        return switch (type) {
            case GROUP -> reads && GROUP.contains(operation);
            case TRANSACTIONAL_ID -> writes && TRANSACTION.contains(operation);
            case CLUSTER ->
                operation == AclOperation.CREATE ? administers : operation == AclOperation.IDEMPOTENT_WRITE && writes;
            default -> false;
        };
    }

    private static Pattern pattern(String wildcards) {
        StringBuilder regex = new StringBuilder();
        wildcards.codePoints().forEach(symbol -> {
            switch (symbol) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(symbol)));
            }
        });
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
