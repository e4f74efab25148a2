package io.github.aivenjunit.spec;

import java.util.regex.Pattern;

/** Something inside a service that exists before the first test. */
public sealed interface ServiceResource {

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
    }
}
