package io.github.aivenjunit.project;

import java.util.Optional;
import java.util.Set;

/**
 * What sets the names of one test class apart inside a service that classes share. Immutable.
 *
 * @param prefix what the names begin with; empty when everything in the service is the class's own
 * @param database the class's own database, which stands for the service's default one; empty where there is none
 */
public record OwnNames(String prefix, Optional<String> database) {

    /** Aiven's default databases: of PostgreSQL, MySQL and AlloyDB Omni, and of ClickHouse. */
    private static final Set<String> DEFAULTS = Set.of("defaultdb", "default");

    private static final OwnNames NONE = new OwnNames("", Optional.empty());

    /** For a service that is not shared: declared names are the real ones. */
    public static OwnNames none() {
        return NONE;
    }

    /** The real name of what was declared. A real name stays as it is. */
    public String of(String declared) {
        return declared.startsWith(prefix) ? declared : prefix + declared;
    }

    /** The real name of a declared database, the class's own for the default one. */
    public String database(String declared) {
        if (database.isEmpty() || database.get().equals(declared)) {
            return declared;
        }
        return DEFAULTS.contains(declared) ? database.get() : of(declared);
    }
}
