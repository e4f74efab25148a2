package io.github.aivenjunit.project;

import io.github.aivenjunit.connection.ClickHouseConnection;
import io.github.aivenjunit.connection.DatabaseConnections;
import io.github.aivenjunit.spec.ServiceResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A ClickHouse service. Immutable, thread-safe.
 *
 * <pre>{@code
 * HttpsConnection server = clickHouse.database("events").https();
 * HttpRequest query = HttpRequest.newBuilder(server.uri("/?database=events"))
 *         .header("Authorization", server.authorization())
 *         .POST(HttpRequest.BodyPublishers.ofString("select count() from clicks"))
 *         .build();
 * }</pre>
 */
public final class ClickHouseService extends ServiceHandle {

    /** Aiven's code of this type. */
    public static final String TYPE = "clickhouse";

    private final ClickHouseConnection connection;

    /** Made while a project is provisioned. */
    public ClickHouseService(ServiceDetails details) {
        super(details);
        ClickHouseConnection service = DatabaseConnections.clickHouse(details.service(), details.ca());
        this.connection = details.names().database().map(service::withDatabase).orElse(service);
    }

    /** The admin's way to the database {@code default}, and from there to other databases and users. */
    public ClickHouseConnection database() {
        return connection;
    }

    /** The admin's way to one database. */
    public ClickHouseConnection database(String name) {
        return connection.withDatabase(details().names().database(name));
    }

    /**
     * Creates a database and waits until it is there.
     *
     * @throws io.github.aivenjunit.spec.InvalidSpecException if the name is not allowed
     * @throws io.github.aivenjunit.resource.ResourceFailedException if Aiven refuses it
     */
    public ClickHouseConnection createDatabase(String name) {
        details()
                .control()
                .create(List.of(
                        new ServiceResource.ClickHouseDatabase(details().names().database(name))));
        return database(name);
    }

    @Override
    public String host() {
        return connection.host();
    }

    /** The port of the HTTP interface, with TLS. That of the native protocol is {@link #nativePort()}. */
    @Override
    public int port() {
        return connection.httpsPort();
    }

    /** The port of the native protocol, with TLS. */
    public int nativePort() {
        return connection.nativePort();
    }

    /** The URL of the database {@code default} for {@code clickhouse-jdbc}, with no password in it. */
    public String jdbcUrl() {
        return connection.jdbcUrl();
    }

    /** New properties with user and password, to go with {@link #jdbcUrl()}. */
    public Properties jdbcProperties() {
        return connection.jdbcProperties();
    }

    /**
     * Opens a JDBC connection to the database {@code default}. The caller closes it.
     *
     * @throws SQLException if the server refuses it, or if {@code clickhouse-jdbc} is not on the class path
     */
    public Connection connect() throws SQLException {
        return connection.connect();
    }

    /**
     * Opens a JDBC connection to a database. The caller closes it.
     *
     * @throws SQLException if the server refuses it, or if {@code clickhouse-jdbc} is not on the class path
     */
    public Connection connect(String database) throws SQLException {
        return database(database).connect();
    }

    /** Adds {@code httpsUri}, {@code nativePort}, {@code jdbcUrl} and {@code database} to the common details. */
    @Override
    public Map<String, String> connection() {
        Map<String, String> all = new HashMap<>(super.connection());
        all.put("host", host());
        all.put("port", String.valueOf(port()));
        all.put("user", connection.user());
        all.put("password", connection.password().reveal());
        all.put("httpsUri", connection.https().uri().toString());
        all.put("nativePort", String.valueOf(nativePort()));
        all.put("jdbcUrl", jdbcUrl());
        all.put("database", connection.database());
        return Map.copyOf(all);
    }
}
