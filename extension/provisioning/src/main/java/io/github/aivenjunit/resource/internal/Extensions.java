package io.github.aivenjunit.resource.internal;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.PostgresExtension;
import io.github.aivenjunit.connection.PostgresConnection;
import io.github.aivenjunit.resource.ResourceFailedException;
import io.github.aivenjunit.spec.ServiceResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Extensions of PostgreSQL. The API only lists what can be installed, so the admin installs them with SQL, in every
 * database that is there.
 *
 * @param databases which databases get them, of those that are there
 */
record Extensions(AivenClient client, String project, String service, ServiceDoor door, Predicate<String> databases)
        implements ResourceKind<ServiceResource.Extension> {

    @Override
    public boolean request(ServiceResource.Extension extension) {
        Set<String> available = client.postgres().availableExtensions(project, service).stream()
                .map(PostgresExtension::name)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!available.contains(extension.name())) {
            throw new ResourceFailedException("Service '" + service + "' cannot have extension '" + extension.name()
                    + "'. Set 'extensions' to some of " + String.join(", ", available) + ".");
        }
        Optional<PostgresConnection> admin = door.postgres();
        return admin.isEmpty() || install(extension, admin.get());
    }

    @Override
    public boolean exist(List<ServiceResource.Extension> extensions) {
        return true;
    }

    private boolean install(ServiceResource.Extension extension, PostgresConnection admin) {
        requireDriver(extension, admin);
        try {
            for (String database : names(admin).stream().filter(databases).toList()) {
                try (Connection connection = admin.withDatabase(database).connect();
                        Statement statement = connection.createStatement()) {
                    statement.execute("create extension if not exists \"" + extension.name() + "\" cascade");
                }
            }
            return true;
        } catch (SQLException e) {
            throw new ResourceFailedException(
                    "The server refuses " + extension.label() + ": " + e.getMessage()
                            + ". Remove it from 'extensions' or declare what it needs before it.",
                    e);
        }
    }

    private static List<String> names(PostgresConnection admin) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = admin.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select datname from pg_database where datallowconn and not datistemplate"
                                + " and has_database_privilege(datname, 'create')")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void requireDriver(ServiceResource.Extension extension, PostgresConnection admin) {
        try {
            DriverManager.getDriver(admin.jdbcUrl());
        } catch (SQLException e) {
            throw new ResourceFailedException(
                    "There is no PostgreSQL JDBC driver on the class path, which " + extension.label()
                            + " is installed with. Add org.postgresql:postgresql to it, or remove 'extensions'.",
                    e);
        }
    }
}
