package io.github.aivenjunit.connection;

import io.github.aivenjunit.client.model.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Properties;

/**
 * How to reach one database of a MySQL service. Immutable, thread-safe. The password stays out of {@link #toString()}.
 *
 * @param host the server's name, which its certificate covers
 * @param port the server's port
 * @param database the database
 * @param user the user
 * @param password the user's password
 * @param ca the authority that issued the server's certificate
 */
public record MySqlConnection(String host, int port, String database, String user, Secret password, CaCertificate ca) {

    /** Loaded by the driver; a text, so that this class works without the driver. */
    private static final String SOCKET_FACTORY = "io.github.aivenjunit.connection.internal.MySqlProjectTls";

    /**
     * The URL for MySQL Connector/J 8.0 and later with TLS, checked against the project's CA and the host name
     * ({@code sslMode=VERIFY_IDENTITY}). It holds the CA and neither user nor password, so it can be logged, and it
     * needs no file.
     *
     * <p>The driver takes an authority from files only; the URL names a socket factory of this library that takes it
     * from the URL. So this library must be on the class path of the JVM that connects. Elsewhere, give the driver a
     * trust store file with {@link #ca()} in it.
     */
    public String jdbcUrl() {
        return "jdbc:mysql://" + host + ":" + port + "/" + encode(database) + "?sslMode=VERIFY_IDENTITY&socketFactory="
                + SOCKET_FACTORY + "&aivenProjectCa=" + encodedCa();
    }

    /** New properties with {@code user} and {@code password}, to go with {@link #jdbcUrl()}. */
    public Properties jdbcProperties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password.reveal());
        return properties;
    }

    /** The address in Aiven's form, with the password: {@code mysql://user:password@host:port/db?ssl-mode=REQUIRED}. */
    public String uri() {
        return "mysql://" + encode(user) + ":" + encode(password.reveal()) + "@" + host + ":" + port + "/"
                + encode(database) + "?ssl-mode=REQUIRED";
    }

    /**
     * Opens a JDBC connection. The caller closes it.
     *
     * @throws SQLException if the server refuses it, or if MySQL Connector/J is not on the class path
     */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), jdbcProperties());
    }

    /** The same server and user, another database. */
    public MySqlConnection withDatabase(String other) {
        return new MySqlConnection(host, port, other, user, password, ca);
    }

    /** The same server and database, another user. */
    public MySqlConnection withUser(String otherUser, Secret otherPassword) {
        return new MySqlConnection(host, port, database, otherUser, otherPassword, ca);
    }

    private String encodedCa() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ca.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("The project's CA certificate cannot be encoded.", e);
        }
    }

    private static String encode(String text) {
        // URLEncoder makes '+' of a blank, which a path would keep as a plus.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "MySqlConnection[" + user + "@" + host + ":" + port + "/" + database + "]";
    }
}
