package io.github.aivenjunit.connection;

import io.github.aivenjunit.client.model.Component;
import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.Service;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads HTTPS addresses out of what the API answers. */
public final class HttpsConnections {

    private static final Pattern USER_INFO = Pattern.compile("//[^/]*@");

    private HttpsConnections() {}

    /**
     * The admin's way to a component. Aiven API: host and port from {@code components}; where the API names no such
     * component, from {@code service_uri}.
     *
     * @throws IllegalStateException if the API names neither, or no user with a password
     */
    public static HttpsConnection component(Service service, String name, CaCertificate ca) {
        return find(service, name, ca)
                .or(() -> service.serviceUri().flatMap(address -> https(service, address.reveal(), ca)))
                .orElseThrow(() -> missing(service, "component '" + name + "'"));
    }

    /** The admin's way to a component that not every service of the type has. */
    public static Optional<HttpsConnection> find(Service service, String name, CaCertificate ca) {
        return ServiceConnections.find(service, name).map(component -> admin(service, address(service, component), ca));
    }

    /**
     * The admin's way to an address of {@code connection_info}, such as {@code query_uri}. Aiven API: missing, null and
     * empty mean that the part is switched off.
     *
     * @throws IllegalStateException if the API names no such address, or no user with a password
     */
    public static HttpsConnection connectionInfo(Service service, String key, CaCertificate ca) {
        return Optional.ofNullable(service.connectionInfo().get(key))
                .flatMap(address -> https(service, address.toString(), ca))
                .orElseThrow(() -> missing(service, "address '" + key + "'"));
    }

    private static URI address(Service service, Component component) {
        try {
            // The API sends no port for some web components; then it is that of HTTPS.
            int port = component.port() > 0 ? component.port() : -1;
            return new URI("https", null, component.host(), port, null, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(
                    "Component '" + component.component() + "' of service '" + service.serviceName()
                            + "' has a host that is none: '" + component.host() + "'. Look at it in the Aiven console.",
                    e);
        }
    }

    /** Aiven's addresses hold user and password, which the API can have made unreadable. They are among the users too. */
    private static Optional<HttpsConnection> https(Service service, String address, CaCertificate ca) {
        try {
            URI given = new URI(USER_INFO.matcher(address).replaceFirst("//"));
            if (!"https".equals(given.getScheme()) || given.getHost() == null) {
                return Optional.empty();
            }
            return Optional.of(admin(service, given, ca));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static HttpsConnection admin(Service service, URI address, CaCertificate ca) {
        String user = ServiceConnections.admin(service).username();
        Secret password = ServiceConnections.adminPassword(service);
        return new HttpsConnection(address, user, password, ca);
    }

    private static IllegalStateException missing(Service service, String what) {
        return new IllegalStateException("Service '" + service.serviceName() + "' has no " + what
                + " over HTTPS in the API's answer. Look at it in the Aiven console.");
    }
}
