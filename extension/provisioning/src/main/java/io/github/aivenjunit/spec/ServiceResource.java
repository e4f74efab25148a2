package io.github.aivenjunit.spec;

import java.util.Optional;
import java.util.OptionalInt;
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
}
