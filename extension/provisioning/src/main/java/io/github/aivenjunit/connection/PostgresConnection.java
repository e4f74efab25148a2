package io.github.aivenjunit.connection;

import io.github.aivenjunit.client.model.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How to reach one database of a PostgreSQL service. Immutable, thread-safe. The password stays out of
 * {@link #toString()}.
 *
 * @param host the server's name, which its certificate covers
 * @param port the server's port
 * @param database the database
 * @param user the user
 * @param password the user's password
 * @param ca the authority that issued the server's certificate
 */
public record PostgresConnection(
        String host, int port, String database, String user, Secret password, CaCertificate ca) {

    /** pgjdbc's socket factory that takes the CA as text, so that no certificate file is needed. */
    private static final String SSL_FACTORY = "org.postgresql.ssl.SingleCertValidatingFactory";

    /**
     * The JDBC URL with TLS, checked against the project's CA and the host name ({@code sslmode=verify-full}). It holds
     * the CA and neither user nor password, so it can be logged, and it needs no file: it works wherever a URL, a user
     * and a password can be configured.
     */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + encode(database) + "?sslmode=verify-full&sslfactory="
                + SSL_FACTORY + "&sslfactoryarg=" + encode(ca.pem());
    }

    /** New properties with {@code user} and {@code password}, to go with {@link #jdbcUrl()}. */
    public Properties jdbcProperties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password.reveal());
        return properties;
    }

    /** The address in libpq's form, with the password: {@code postgres://user:password@host:port/db?sslmode=require}. */
    public String uri() {
        return "postgres://" + encode(user) + ":" + encode(password.reveal()) + "@" + host + ":" + port + "/"
                + encode(database) + "?sslmode=require";
    }

    /**
     * Opens a JDBC connection. The caller closes it.
     *
     * @throws SQLException if the server refuses it, or if there is no PostgreSQL JDBC driver on the class path
     */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), jdbcProperties());
    }

    /** The same server and user, another database. */
    public PostgresConnection withDatabase(String other) {
        return new PostgresConnection(host, port, other, user, password, ca);
    }

    /** The same server and database, another user. */
    public PostgresConnection withUser(String otherUser, Secret otherPassword) {
        return new PostgresConnection(host, port, database, otherUser, otherPassword, ca);
    }

    private static String encode(String text) {
        // URLEncoder makes '+' of a blank, which pgjdbc and libpq would keep as a plus.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "PostgresConnection[" + user + "@" + host + ":" + port + "/" + database + "]";
    }
}
