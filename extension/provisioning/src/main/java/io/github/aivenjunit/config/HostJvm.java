package io.github.aivenjunit.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * What a child JVM takes over from this one. Immutable.
 *
 * @param home the directory of its Java installation
 * @param network the system properties that say how other hosts are reached and trusted; they can hold a password
 */
public record HostJvm(Path home, Map<String, String> network) {

    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final List<String> NETWORK = List.of(
            "http.proxyHost",
            "http.proxyPort",
            "http.nonProxyHosts",
            "https.proxyHost",
            "https.proxyPort",
            "socksProxyHost",
            "socksProxyPort",
            "java.net.useSystemProxies",
            "java.net.preferIPv4Stack",
            "java.net.preferIPv6Addresses",
            TRUST_STORE,
            "javax.net.ssl.trustStoreType",
            "javax.net.ssl.trustStorePassword");

    public HostJvm {
        network = Map.copyOf(network);
    }

    /** The JVM that this runs in. */
    public static HostJvm current() {
        return of(System.getProperties());
    }

    static HostJvm of(Properties properties) {
        Map<String, String> network = new HashMap<>();
        for (String key : NETWORK) {
            String value = properties.getProperty(key);
            if (value != null) {
                network.put(key, value);
            }
        }
        // The child works in another directory. NONE is no file but the JDK's word for an empty store.
        network.computeIfPresent(
                TRUST_STORE,
                (key, file) -> file.isEmpty() || file.equals("NONE")
                        ? file
                        : Path.of(file).toAbsolutePath().toString());
        return new HostJvm(Path.of(properties.getProperty("java.home", "")), network);
    }

    @Override
    public String toString() {
        return "HostJvm[" + home + ", " + new TreeSet<>(network.keySet()) + "]";
    }
}
