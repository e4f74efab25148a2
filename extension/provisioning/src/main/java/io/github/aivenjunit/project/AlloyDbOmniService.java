package io.github.aivenjunit.project;

import io.github.aivenjunit.connection.DatabaseConnections;
import io.github.aivenjunit.connection.PostgresConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * An AlloyDB Omni service, which speaks PostgreSQL's protocol. Immutable, thread-safe.
 *
 * <pre>{@code
 * try (Connection connection = alloy.connect("orders")) {
 *     ...
 * }
 * }</pre>
 */
public final class AlloyDbOmniService extends ServiceHandle {

    /** Aiven's code of this type. */
    public static final String TYPE = "alloydbomni";

    private final PostgresConnection connection;

    /** Made while a project is provisioned. */
    public AlloyDbOmniService(ServiceDetails details) {
        super(details);
        PostgresConnection service = DatabaseConnections.alloyDbOmni(details.service(), details.ca());
        this.connection = details.names().database().map(service::withDatabase).orElse(service);
    }

    /** The admin's way to the default database, and from there to other databases and users. */
    public PostgresConnection database() {
        return connection;
    }

    /** The admin's way to one database. */
    public PostgresConnection database(String name) {
        return connection.withDatabase(details().names().database(name));
    }

    /**
     * Creates a database and waits until it is there.
     *
     * @throws io.github.aivenjunit.spec.InvalidSpecException if the name is not allowed
     * @throws io.github.aivenjunit.resource.ResourceFailedException if Aiven refuses it
     */
    public PostgresConnection createDatabase(String name) {
        details().createDatabase(name);
        return database(name);
    }

    /** The databases that existed when the service was ready; in a shared service those of the class, as they are now. */
    public List<String> databases() {
        return details().databases();
    }

    @Override
    public String uri() {
        return details().names().database().isPresent() ? connection.uri() : super.uri();
    }

    @Override
    public String host() {
        return connection.host();
    }

    @Override
    public int port() {
        return connection.port();
    }

    /** JDBC URL of the default database, with certificate and host name checked and no password in it. */
    public String jdbcUrl() {
        return connection.jdbcUrl();
    }

    /** New properties with user and password, to go with {@link #jdbcUrl()}. */
    public Properties jdbcProperties() {
        return connection.jdbcProperties();
    }

    /**
     * Opens a JDBC connection to the default database. The caller closes it.
     *
     * @throws SQLException if the server refuses it, or if there is no PostgreSQL JDBC driver on the class path
     */
    public Connection connect() throws SQLException {
        return connection.connect();
    }

    /**
     * Opens a JDBC connection to a database. The caller closes it.
     *
     * @throws SQLException if the server refuses it, or if there is no PostgreSQL JDBC driver on the class path
     */
    public Connection connect(String database) throws SQLException {
        return database(database).connect();
    }

    /** Adds {@code jdbcUrl} and {@code database} to the common details. */
    @Override
    public Map<String, String> connection() {
        Map<String, String> all = new HashMap<>(super.connection());
        all.put("host", host());
        all.put("port", String.valueOf(port()));
        all.put("user", connection.user());
        all.put("password", connection.password().reveal());
        all.put("jdbcUrl", jdbcUrl());
        all.put("database", connection.database());
        details().names().database().ifPresent(own -> {
            all.put("dbname", own);
            all.put("uri", connection.uri());
        });
        return Map.copyOf(all);
    }
}
