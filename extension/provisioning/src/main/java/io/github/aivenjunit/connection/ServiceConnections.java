package io.github.aivenjunit.connection;

import io.github.aivenjunit.client.model.Component;
import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceUser;
import java.util.Optional;

/** Reads connection details out of what the API answers. Aiven API: hosts and ports from {@code components}. */
public final class ServiceConnections {

    private ServiceConnections() {}

    /**
     * The primary endpoint of a component.
     *
     * @throws IllegalStateException if the service has no such component
     */
    public static Component component(Service service, String name) {
        return find(service, name)
                .orElseThrow(() -> new IllegalStateException("Service '" + service.serviceName()
                        + "' has no component '" + name + "' in the API's answer. Look at it in the Aiven console."));
    }

    /** The primary endpoint of a component on the route that avn takes by default. */
    public static Optional<Component> find(Service service, String name) {
        return endpoint(service, name, "primary");
    }

    private static Optional<Component> endpoint(Service service, String name, String usage) {
        return service.components().stream()
                .filter(component -> component.component().equals(name))
                .filter(component -> component.route().equals("dynamic"))
                .filter(component -> component.usage().equals(usage))
                .findFirst();
    }

    /**
     * The service's first user, {@code avnadmin} for most types.
     *
     * @throws IllegalStateException if the API names no user
     */
    public static ServiceUser admin(Service service) {
        return service.users().stream()
                .filter(user -> user.username().equals("avnadmin"))
                .findFirst()
                .or(() -> service.users().stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("Service '" + service.serviceName()
                        + "' has no user in the API's answer. Look at it in the Aiven console."));
    }

    /**
     * The password of the service's first user.
     *
     * @throws IllegalStateException if the API sent none
     */
    static Secret adminPassword(Service service) {
        ServiceUser admin = admin(service);
        return admin.password()
                .orElseThrow(() -> new IllegalStateException("The API sent no password for user '" + admin.username()
                        + "' of service '" + service.serviceName() + "'. Reset it in the Aiven console."));
    }

    /** The admin's connection to the default database of a PostgreSQL service. */
    public static PostgresConnection postgres(Service service, CaCertificate ca) {
        return postgres(service, ca, component(service, "pg"));
    }

    /** The admin's connection to the standby, which can only be read; empty on plans without one. */
    public static Optional<PostgresConnection> postgresStandby(Service service, CaCertificate ca) {
        return endpoint(service, "pg", "replica").map(component -> postgres(service, ca, component));
    }

    /** The admin's connection to PgBouncer, where the name of the database is that of a pool. */
    public static PostgresConnection pgBouncer(Service service, CaCertificate ca) {
        return postgres(service, ca, component(service, "pgbouncer"));
    }

    /** The admin's connection to a component that speaks PostgreSQL's protocol. */
    static PostgresConnection postgres(Service service, CaCertificate ca, Component component) {
        return new PostgresConnection(
                component.host(),
                component.port(),
                service.serviceUriParams().getOrDefault("dbname", "defaultdb"),
                admin(service).username(),
                adminPassword(service),
                ca);
    }

    /**
     * The default user's connection to a Valkey service. Its password is not always among the users (avn reads
     * {@code connection_info.valkey_password}).
     */
    public static ValkeyConnection valkey(Service service, CaCertificate ca) {
        Component component = component(service, "valkey");
        Secret password = service.users().stream()
                .filter(user -> user.username().equals("default"))
                .flatMap(user -> user.password().stream())
                .findFirst()
                .or(() -> Optional.ofNullable(service.connectionInfo().get("valkey_password"))
                        .map(value -> Secret.of(value.toString())))
                .orElseThrow(
                        () -> new IllegalStateException("The API sent no password for the default user of service '"
                                + service.serviceName() + "'. Reset it in the Aiven console."));
        return new ValkeyConnection(component.host(), component.port(), "default", password, ca);
    }
}
