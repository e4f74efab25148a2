package io.github.aivenjunit.client.model;

import java.util.Optional;

/**
 * An address at which a part of a service listens.
 *
 * @param component for example {@code pg}, {@code pgbouncer}, {@code kafka}
 * @param port 0 when the API sent none
 * @param route {@code dynamic}, {@code public}, {@code private} or {@code privatelink}
 * @param usage {@code primary}, {@code replica}, {@code ha_replica} or {@code disaster_recovery}
 * @param ssl missing means TLS (Aiven API: only sent where plain text is possible)
 * @param kafkaAuthenticationMethod with a certificate, or by SASL
 * @param kafkaSslCa {@code project_ca} or {@code letsencrypt}
 */
public record Component(
        String component,
        String host,
        int port,
        String route,
        String usage,
        Optional<Boolean> ssl,
        Optional<String> path,
        Optional<String> kafkaAuthenticationMethod,
        Optional<String> kafkaSslCa,
        Optional<String> privatelinkConnectionId) {

    public Component {
        component = Missing.text(component);
        host = Missing.text(host);
        route = Missing.text(route);
        usage = Missing.text(usage);
        ssl = Missing.optional(ssl);
        path = Missing.optional(path);
        kafkaAuthenticationMethod = Missing.optional(kafkaAuthenticationMethod);
        kafkaSslCa = Missing.optional(kafkaSslCa);
        privatelinkConnectionId = Missing.optional(privatelinkConnectionId);
    }
}
