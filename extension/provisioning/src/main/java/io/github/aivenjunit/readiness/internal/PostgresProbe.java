package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.connection.PostgresConnection;
import io.github.aivenjunit.connection.ServiceConnections;
import io.github.aivenjunit.readiness.Rung;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** PostgreSQL: TLS the way its protocol starts it, then a login and a query through JDBC when a driver is there. */
public final class PostgresProbe implements ServiceProbe {

    /** PostgreSQL protocol, "SSLRequest": length 8, code 80877103. */
    private static final byte[] SSL_REQUEST = {0, 0, 0, 8, 4, (byte) 0xD2, 0x16, 0x2F};

    private final BiFunction<Service, CaCertificate, PostgresConnection> connection;

    public PostgresProbe() {
        this(ServiceConnections::postgres);
    }

    /**
     * The probe of another type with this protocol.
     *
     * @param connection reads the admin's connection
     */
    public PostgresProbe(BiFunction<Service, CaCertificate, PostgresConnection> connection) {
        this.connection = connection;
    }

    @Override
    public List<Step> steps(Service service, CaCertificate ca) {
        PostgresConnection target = connection.apply(service, ca);
        List<Step> steps = new ArrayList<>();
        steps.add(NetworkSteps.dns(target.host()));
        steps.add(NetworkSteps.tcp(target.host(), target.port()));
        steps.add(NetworkSteps.tls(target.host(), target.port(), ca, PostgresProbe::requestTls));
        if (driverPresent(target)) {
            steps.add(new Step(Rung.LOGIN, () -> target.connect().close()));
            steps.add(new Step(Rung.QUERY, () -> query(target)));
        }
        return steps;
    }

    @Override
    public Optional<Attempt> login(Service service, CaCertificate ca, ServiceUser user) {
        PostgresConnection admin = connection.apply(service, ca);
        return user.password()
                .map(password -> admin.withUser(user.username(), password))
                .filter(PostgresProbe::driverPresent)
                .map(target -> () -> target.connect().close());
    }

    private static void requestTls(Socket plain) throws IOException {
        plain.getOutputStream().write(SSL_REQUEST);
        int answer = plain.getInputStream().read();
        if (answer != 'S') {
            throw new IOException("The server does not offer TLS yet.");
        }
    }

    private static boolean driverPresent(PostgresConnection target) {
        try {
            DriverManager.getDriver(target.jdbcUrl());
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static void query(PostgresConnection target) throws SQLException {
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select 1")) {
            if (!result.next()) {
                throw new SQLException("The query had no answer.");
            }
        }
    }
}
