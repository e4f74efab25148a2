package io.github.aivenjunit.spec;

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
}
