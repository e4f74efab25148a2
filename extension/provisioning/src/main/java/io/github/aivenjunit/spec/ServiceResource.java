package io.github.aivenjunit.spec;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Something inside a service that exists before the first test. Immutable. */
public sealed interface ServiceResource {

    /** Its name for messages, for example {@code database 'orders'}. */
    String label();

    /** The annotation attribute that declares it. */
    String attribute();

    /**
     * A database of a PostgreSQL or MySQL service.
     *
     * @param name 1 to 40 letters, digits, underscores or hyphens, not starting with a hyphen (Aiven operator: the
     *     pattern of its Database resource; Aiven API: the length on create)
     */
    record Database(String name) implements ServiceResource {

        private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_-]{0,39}");

        public Database {
            if (!NAME.matcher(name).matches()) {
                throw new InvalidSpecException("Database name '" + name
                        + "' is not allowed. Use 1 to 40 letters, digits, '_' or '-', not starting with '-'.");
            }
        }

        @Override
        public String label() {
            return "database '" + name + "'";
        }

        @Override
        public String attribute() {
            return "databases";
        }
    }

    /**
     * A database of a ClickHouse service.
     *
     * @param name 1 to 40 letters, digits, underscores or hyphens, not starting with a hyphen, as for other services
     */
    record ClickHouseDatabase(String name) implements ServiceResource {

        public ClickHouseDatabase {
            if (!Database.NAME.matcher(name).matches()) {
                throw new InvalidSpecException("ClickHouse database name '" + name
                        + "' is not allowed. Use 1 to 40 letters, digits, '_' or '-', not starting with '-'.");
            }
        }

        @Override
        public String label() {
            return "ClickHouse database '" + name + "'";
        }

        @Override
        public String attribute() {
            return "databases";
        }
    }

    /**
     * A user of a service, with a password that Aiven draws; for Kafka also with a certificate.
     *
     * @param name 1 to 64 letters, digits, underscores, dots or hyphens, starting with a letter, a digit or an
     *     underscore (Aiven API: the length on create)
     */
    record User(String name) implements ServiceResource {

        private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._-]{0,63}");

        public User {
            if (!NAME.matcher(name).matches()) {
                throw new InvalidSpecException("User name '" + name
                        + "' is not allowed. Set 'users' to names of 1 to 64 letters, digits, '_', '.' or '-', not"
                        + " starting with '.' or '-'.");
            }
        }

        @Override
        public String label() {
            return "user '" + name + "'";
        }

        @Override
        public String attribute() {
            return "users";
        }
    }

    /**
     * An extension of a PostgreSQL service, in {@code defaultdb} and in every declared database.
     *
     * @param name lower case letters, digits, underscores and hyphens, for example {@code pg_trgm}
     */
    record Extension(String name) implements ServiceResource {

        private static final Pattern NAME = Pattern.compile("[a-z0-9_][a-z0-9_-]{0,62}");

        public Extension {
            if (!NAME.matcher(name).matches()) {
                throw new InvalidSpecException("Extension name '" + name
                        + "' is not allowed. Set 'extensions' to names of lower case letters, digits, '_' or '-', for"
                        + " example \"pg_trgm\".");
            }
        }

        @Override
        public String label() {
            return "extension '" + name + "'";
        }

        @Override
        public String attribute() {
            return "extensions";
        }
    }

    /**
     * A PgBouncer pool of a PostgreSQL service.
     *
     * @param name 1 to 63 letters, digits, underscores or hyphens (Aiven API: the length); clients use it as the name of
     *     the database
     * @param database the database behind it
     * @param mode when a connection goes back to the pool
     * @param size how many server connections it has, 1 to 10000; empty for Aiven's default
     * @param user the user that it logs in as; empty for whoever connects
     */
    record ConnectionPool(String name, String database, PoolMode mode, OptionalInt size, Optional<String> user)
            implements ServiceResource {

        private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_-]{0,62}");
        private static final int LARGEST = 10_000;

        public ConnectionPool {
            if (!NAME.matcher(name).matches()) {
                throw new InvalidSpecException("Pool name '" + name
                        + "' is not allowed. Set 'name' of the pool to 1 to 63 letters, digits, '_' or '-', not starting"
                        + " with '-'.");
            }
            if (size.isPresent() && (size.getAsInt() < 1 || size.getAsInt() > LARGEST)) {
                throw new InvalidSpecException("Pool '" + name + "' has size " + size.getAsInt()
                        + ". Set 'size' of the pool to 1 to " + LARGEST + ", or leave it out for Aiven's own.");
            }
        }

        @Override
        public String label() {
            return "pool '" + name + "'";
        }

        @Override
        public String attribute() {
            return "pools";
        }
    }

    /**
     * A topic of a Kafka service.
     *
     * <pre>{@code
     * ServiceResource.Topic orders = ServiceResource.Topic.of("orders").withPartitions(3).withConfig("retention.ms", "3600000");
     * }</pre>
     *
     * @param name 1 to 249 letters, digits, dots, underscores or hyphens; neither {@code .} nor {@code ..} (Kafka's own
     *     rule)
     * @param partitions how many, at least 1
     * @param replication how many brokers keep each partition, at least 1; empty for the service's own default, which
     *     fits its brokers
     * @param config Kafka's topic settings by their names, for example {@code retention.ms} or
     *     {@code min.insync.replicas}; names with underscores, as Aiven writes them, work too
     */
    record Topic(String name, int partitions, OptionalInt replication, Map<String, String> config)
            implements ServiceResource {

        private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,249}");
        private static final Pattern KEY = Pattern.compile("[a-z]+([._][a-z]+)*");

        public Topic {
            if (!NAME.matcher(name).matches()) {
                throw new InvalidSpecException("Topic name '" + name
                        + "' is not allowed. Use 1 to 249 letters, digits, '.', '_' or '-', and neither '.' nor '..'.");
            }
            if (partitions < 1) {
                throw new InvalidSpecException("Topic '" + name + "' has " + partitions
                        + " partitions. Set 'partitions' to 1 or more, or leave it out for one.");
            }
            if (replication.isPresent() && replication.getAsInt() < 1) {
                throw new InvalidSpecException("Topic '" + name + "' has replication " + replication.getAsInt()
                        + ". Set 'replication' to 1 or more, or leave it out for the service's own.");
            }
            Map<String, String> named = new TreeMap<>();
            for (Map.Entry<String, String> setting : config.entrySet()) {
                if (!KEY.matcher(setting.getKey()).matches()) {
                    throw new InvalidSpecException("Topic '" + name + "' has a setting '" + setting.getKey()
                            + "'. Write the keys of 'config' as Kafka does, for example \"retention.ms\".");
                }
                String key = setting.getKey().replace('_', '.');
                if (named.put(key, setting.getValue()) != null) {
                    throw new InvalidSpecException(
                            "Topic '" + name + "' has the setting '" + key + "' twice. Remove one from 'config'.");
                }
            }
            config = Map.copyOf(named);
        }

        /** A topic of one partition with the service's own replication and settings. */
        public static Topic of(String name) {
            return new Topic(name, 1, OptionalInt.empty(), Map.of());
        }

        public Topic withPartitions(int count) {
            return new Topic(name, count, replication, config);
        }

        public Topic withReplication(int brokers) {
            return new Topic(name, partitions, OptionalInt.of(brokers), config);
        }

        /** The same topic with one more setting, which replaces one of its name. */
        public Topic withConfig(String key, String value) {
            Map<String, String> more = new TreeMap<>(config);
            more.put(key.replace('_', '.'), value);
            return new Topic(name, partitions, replication, more);
        }

        @Override
        public String label() {
            return "topic '" + name + "'";
        }

        @Override
        public String attribute() {
            return "topics";
        }
    }

    /**
     * An entry of Aiven's own access control for Kafka.
     *
     * @param user a name, or a pattern with {@code *} and {@code ?}; 1 to 64 characters
     * @param permission what the user may do
     * @param topic a name, or a pattern with {@code *} and {@code ?}; 1 to 249 characters
     */
    record KafkaAccess(String user, KafkaPermission permission, String topic) implements ServiceResource {

        private static final Pattern USER = Pattern.compile("[a-zA-Z0-9._*?-]{1,64}");
        private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._*?-]{1,249}");

        public KafkaAccess {
            if (!USER.matcher(user).matches()) {
                throw new InvalidSpecException("An entry of 'acls' has the user '" + user
                        + "'. Set 'user' to a name of 1 to 64 characters, or a pattern with '*' and '?'.");
            }
            if (!TOPIC.matcher(topic).matches()) {
                throw new InvalidSpecException("An entry of 'acls' has the topic '" + topic
                        + "'. Set 'topic' to a name of 1 to 249 letters, digits, '.', '_' or '-', or a pattern with '*'"
                        + " and '?'.");
            }
        }

        @Override
        public String label() {
            return "ACL '" + permission.apiName() + "' of user '" + user + "' on topic '" + topic + "'";
        }

        @Override
        public String attribute() {
            return "acls";
        }
    }

    /**
     * An entry of Kafka's native access control, which stands beside Aiven's own: what either allows is allowed, unless a
     * native entry denies it.
     *
     * @param principal {@code User:} and a name, or {@code User:*} for everybody
     * @param operation what is allowed or denied
     * @param resourceType on what
     * @param resource its name, the beginning of names, or {@code *} for every one
     * @param patternType how {@code resource} is meant
     * @param permissionType allowed or denied
     * @param host the client's address, or {@code *} for every one
     */
    record KafkaNativeAcl(
            String principal,
            KafkaOperation operation,
            KafkaResourceType resourceType,
            String resource,
            KafkaPatternType patternType,
            KafkaPermissionType permissionType,
            String host)
            implements ServiceResource {

        private static final Pattern PRINCIPAL = Pattern.compile("User:(\\*|[^*\\s]+)");
        private static final int MAX_LENGTH = 256;

        public KafkaNativeAcl {
            if (!PRINCIPAL.matcher(principal).matches() || principal.length() > MAX_LENGTH) {
                throw new InvalidSpecException("An entry of 'nativeAcls' has the principal '" + principal
                        + "'. Set 'principal' to \"User:\" and a name, or to \"User:*\".");
            }
            if (resource.isBlank() || resource.length() > MAX_LENGTH) {
                throw new InvalidSpecException("An entry of 'nativeAcls' of '" + principal + "' has the resource '"
                        + resource + "'. Set 'resource' to a name of 1 to 256 characters, or to \"*\".");
            }
            if (host.isBlank() || host.length() > MAX_LENGTH) {
                throw new InvalidSpecException("An entry of 'nativeAcls' of '" + principal + "' has the host '" + host
                        + "'. Set 'host' to an address, or leave it out for every one.");
            }
        }

        @Override
        public String label() {
            return "native ACL '" + permissionType + " " + operation.apiName() + "' of '" + principal + "' on "
                    + patternType + " " + resourceType.apiName() + " '" + resource + "' from host '" + host + "'";
        }

        @Override
        public String attribute() {
            return "nativeAcls";
        }
    }
}
