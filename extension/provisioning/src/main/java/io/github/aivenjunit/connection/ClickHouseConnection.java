package io.github.aivenjunit.connection;

import io.github.aivenjunit.client.model.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How to reach one database of a ClickHouse service. Immutable, thread-safe. The password stays out of
 * {@link #toString()}.
 *
 * @param host the server's name, which its certificate covers
 * @param httpsPort the port of the HTTP interface, with TLS
 * @param nativePort the port of the native protocol, with TLS
 * @param database the database
 * @param user the user
 * @param password the user's password
 * @param ca the authority of the project; ClickHouse services of Aiven have a certificate of a public one instead
 */
public record ClickHouseConnection(
        String host, int httpsPort, int nativePort, String database, String user, Secret password, CaCertificate ca) {

    /**
     * The URL for {@code clickhouse-jdbc} over HTTPS. It holds neither user nor password, so it can be logged. The
     * driver checks the certificate against what this JVM trusts (Aiven docs: "TLS/SSL certificates", ClickHouse has a
     * certificate of a public authority).
     */
    public String jdbcUrl() {
        return "jdbc:clickhouse:https://" + host + ":" + httpsPort + "/" + encode(database) + "?ssl=true";
    }

    /** New properties with {@code user} and {@code password}, to go with {@link #jdbcUrl()}. */
    public Properties jdbcProperties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password.reveal());
        return properties;
    }

    /**
     * Opens a JDBC connection. The caller closes it.
     *
     * @throws SQLException if the server refuses it, or if {@code clickhouse-jdbc} is not on the class path
     */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), jdbcProperties());
    }

    /** The HTTP interface, for clients without JDBC. */
    public HttpsConnection https() {
        return new HttpsConnection(URI.create("https://" + host + ":" + httpsPort), user, password, ca);
    }

    /** The same server and user, another database. */
    public ClickHouseConnection withDatabase(String other) {
        return new ClickHouseConnection(host, httpsPort, nativePort, other, user, password, ca);
    }

    /** The same server and database, another user. */
    public ClickHouseConnection withUser(String otherUser, Secret otherPassword) {
        return new ClickHouseConnection(host, httpsPort, nativePort, database, otherUser, otherPassword, ca);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "ClickHouseConnection[" + user + "@" + host + ":" + httpsPort + "/" + database + "]";
    }
}
