package io.github.aivenjunit.connection;

import io.github.aivenjunit.client.model.Component;
import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.Service;
import java.util.Optional;

/** Reads connection details of further databases out of what the API answers. */
public final class DatabaseConnections {

    private DatabaseConnections() {}

    /** The admin's connection to the default database of a MySQL service. */
    public static MySqlConnection mySql(Service service, CaCertificate ca) {
        Component component = ServiceConnections.component(service, "mysql");
        return new MySqlConnection(
                component.host(),
                component.port(),
                service.serviceUriParams().getOrDefault("dbname", "defaultdb"),
                ServiceConnections.admin(service).username(),
                ServiceConnections.adminPassword(service),
                ca);
    }

    /** The admin's connection to the default database of a ClickHouse service. */
    public static ClickHouseConnection clickHouse(Service service, CaCertificate ca) {
        Component https = ServiceConnections.component(service, "clickhouse_https");
        return new ClickHouseConnection(
                https.host(),
                https.port(),
                ServiceConnections.component(service, "clickhouse").port(),
                "default",
                ServiceConnections.admin(service).username(),
                ServiceConnections.adminPassword(service),
                ca);
    }

    /** The admin's connection to the default database of an AlloyDB Omni service, in PostgreSQL's protocol. */
    public static PostgresConnection alloyDbOmni(Service service, CaCertificate ca) {
        // No source names the component; that of the protocol is the other candidate.
        Component component = ServiceConnections.find(service, "alloydbomni")
                .orElseGet(() -> ServiceConnections.component(service, "pg"));
        return ServiceConnections.postgres(service, ca, component);
    }

    /**
     * The default user's connection to a Dragonfly service, in Valkey's protocol. Aiven API: its
     * {@code connection_info} has the names of Redis.
     */
    public static ValkeyConnection dragonfly(Service service, CaCertificate ca) {
        Component component = ServiceConnections.component(service, "dragonfly");
        Secret password = service.users().stream()
                .filter(user -> user.username().equals("default"))
                .flatMap(user -> user.password().stream())
                .findFirst()
                .or(() -> Optional.ofNullable(service.connectionInfo().get("redis_password"))
                        .map(value -> Secret.of(value.toString())))
                .orElseThrow(
                        () -> new IllegalStateException("The API sent no password for the default user of service '"
                                + service.serviceName() + "'. Reset it in the Aiven console."));
        return new ValkeyConnection(component.host(), component.port(), "default", password, ca);
    }
}
