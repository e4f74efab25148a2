package io.github.aivenjunit.project;

import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceUpdate;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.client.model.UserConfig;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.connection.ServiceConnections;
import io.github.aivenjunit.readiness.Readiness;
import io.github.aivenjunit.spec.ServiceResource;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/**
 * A service that a client can use. Immutable, thread-safe. Types that have a class of their own, such as
 * {@link PostgresService}, add the details of their protocol; this class serves every other type.
 *
 * <p>Methods that return a password say so; {@link #toString()} has none.
 */
public class ServiceHandle {

    private final ServiceDetails details;

    /** Made while a project is provisioned. */
    public ServiceHandle(ServiceDetails details) {
        this.details = details;
    }

    /** The declared name, which {@code @Named} refers to. */
    public final String name() {
        return details.name();
    }

    /** The service's name at Aiven: the declared one, with a suffix in somebody else's project. */
    public final String serviceName() {
        return details.service().serviceName();
    }

    /** Aiven's code of the type, for example {@code pg}. */
    public final String type() {
        return details.service().serviceType();
    }

    public final String plan() {
        return details.service().plan();
    }

    public final String cloud() {
        return details.service().cloudName();
    }

    /** The host of the service's main endpoint (Aiven API: {@code service_uri_params.host}). */
    public String host() {
        return parameter("host")
                .orElseThrow(() -> new IllegalStateException(
                        "Service '" + name() + "' has no single address. Use details().service().components()."));
    }

    /** The port of the service's main endpoint (Aiven API: {@code service_uri_params.port}). */
    public int port() {
        return parameter("port")
                .map(Integer::parseInt)
                .orElseThrow(() -> new IllegalStateException(
                        "Service '" + name() + "' has no single port. Use details().service().components()."));
    }

    /** The name of the service's first user. */
    public String user() {
        return ServiceConnections.admin(details.service()).username();
    }

    /**
     * The password of the service's first user.
     *
     * @throws io.github.aivenjunit.client.model.RedactedSecretException if the token may not see it
     */
    public String password() {
        return ServiceConnections.admin(details.service())
                .password()
                .map(Secret::reveal)
                .orElseThrow(() -> new IllegalStateException(
                        "Service '" + name() + "' has no password. Look at it in the Aiven console."));
    }

    /**
     * The address as the API gives it, with user and password where the type has them.
     *
     * @throws io.github.aivenjunit.client.model.RedactedSecretException if the token may not see it
     */
    public String uri() {
        return details.service()
                .serviceUri()
                .map(Secret::reveal)
                .orElseThrow(() -> new IllegalStateException(
                        "Service '" + name() + "' has no single address. Use details().service().components()."));
    }

    /** The project's certificate authority, which most services' certificates come from. */
    public final CaCertificate ca() {
        return details.ca();
    }

    /** The TLS context that trusts the project's authority and what this JVM trusts. */
    public final SSLContext sslContext() {
        return ca().sslContext();
    }

    /**
     * What the names of databases, topics, keys and indexes of this class begin with, when it shares the service under
     * {@code isolation = PER_CLASS}; empty when everything in the service is the class's own.
     */
    public final String prefix() {
        return details.names().prefix();
    }

    /** The service's page in the Aiven console. */
    public final URI consoleUri() {
        return details.consoleUri();
    }

    /** How long each step to a usable service took. */
    public final Readiness readiness() {
        return details.readiness();
    }

    /**
     * Why no client can connect: the emulator has no engine for this type. Empty for a service that clients can use.
     */
    public final Optional<String> noDataPlane() {
        return details.noDataPlane();
    }

    /** Everything else that the API said when the service was ready. */
    public final ServiceDetails details() {
        return details;
    }

    /** The service as the API describes it now, where this handle tells how it was when it was ready. */
    public final Service current() {
        return details.control().current();
    }

    /**
     * The same service with its details as they are now, for example after {@link #resetPassword} of its first user.
     *
     * <pre>{@code
     * PostgresService renewed = postgres.refreshed(PostgresService.class);
     * }</pre>
     *
     * @throws ClassCastException if this service is of another type
     */
    public final <T extends ServiceHandle> T refreshed(Class<T> type) {
        return type.cast(ServiceHandles.of(details.refreshed()));
    }

    /**
     * Creates a user and waits until it has its password.
     *
     * @throws io.github.aivenjunit.spec.InvalidSpecException if the name is not allowed
     * @throws io.github.aivenjunit.resource.ResourceFailedException if Aiven refuses it
     */
    public final ServiceUser createUser(String username) {
        details.control().create(List.of(new ServiceResource.User(username)));
        return user(username);
    }

    /** A user of the service, with its password and, for Kafka, its certificate. */
    public final ServiceUser user(String username) {
        return details.control().user(username);
    }

    /** Gives a user a new password and waits until the server takes it. Connections that are open stay open. */
    public final ServiceUser resetPassword(String username) {
        return details.control().resetPassword(username);
    }

    /** Moves the service to another plan and waits until it runs there. Its address stays; Aiven needs minutes. */
    public final void scale(String plan) {
        details.control().update(ServiceUpdate.builder().plan(plan).build());
    }

    /**
     * Gives the service a disk of another size and waits until it runs with it.
     *
     * @param mebibytes the new size, within what the plan allows
     */
    public final void resizeDisk(int mebibytes) {
        details.control().update(ServiceUpdate.builder().diskSpaceMb(mebibytes).build());
    }

    /** Merges settings into the service's {@code user_config} and waits until it runs with them. */
    public final void configure(UserConfig userConfig) {
        details.control().update(ServiceUpdate.builder().userConfig(userConfig).build());
    }

    /**
     * Switches the service off and waits until it is. It costs nothing then. What Aiven does not back up is lost, such as
     * the messages of Kafka topics; the address stays.
     */
    public final void powerOff() {
        details.control().powerOff();
    }

    /** Switches the service on and waits until clients can use it again. */
    public final void powerOn() {
        details.control().powerOn();
    }

    /**
     * The connection details by short name: {@code host}, {@code port}, {@code user}, {@code password}, {@code uri},
     * {@code ca}, and what the type adds. Holds the password.
     */
    public Map<String, String> connection() {
        Map<String, String> all = new LinkedHashMap<>(details.service().serviceUriParams());
        details.service().serviceUri().ifPresent(uri -> all.put("uri", uri.reveal()));
        all.put("ca", ca().pem());
        return Map.copyOf(all);
    }

    /** {@link #connection()} as system properties, for example {@code orders.host} for the prefix {@code orders}. */
    public final Map<String, String> asProperties(String prefix) {
        return connection().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> prefix + "." + entry.getKey(), Map.Entry::getValue));
    }

    /** {@link #connection()} as environment variables, for example {@code ORDERS_HOST} for the prefix {@code ORDERS}. */
    public final Map<String, String> asEnvironment(String prefix) {
        return connection().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> prefix + "_" + environmentName(entry.getKey()), Map.Entry::getValue));
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(details.service().serviceUriParams().get(name));
    }

    private static String environmentName(String key) {
        return key.replaceAll("([a-z])([A-Z])", "$1_$2").replace('-', '_').toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + name() + ", " + type() + " " + plan() + "]";
    }
}
