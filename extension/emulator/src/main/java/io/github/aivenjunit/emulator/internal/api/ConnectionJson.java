package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.internal.certificates.ClientCertificate;
import io.github.aivenjunit.emulator.internal.state.Service;

/**
 * The ways in which a service tells how to connect to it: {@code service_uri}, {@code service_uri_params} and
 * {@code connection_info}. Every type has its own.
 */
final class ConnectionJson {

    private final ServiceAddress address;
    private final String uri;
    private final ObjectNode params = Reply.object();
    private final ObjectNode info = Reply.object();

    ConnectionJson(Service service, Secrets secrets) {
        address = new ServiceAddress(service, secrets);
        String database = service.type().database().orElse("");
        uri = switch (service.type().code()) {
            case "pg" -> postgres("pg", database);
            case "alloydbomni" -> postgres("alloydbomni", database);
            case "mysql" -> mysql(database);
            case "kafka" -> kafka(secrets);
            case "valkey" -> {
                boolean tls = service.order().userConfig().path("valkey_ssl").asBoolean(true);
                yield cache("valkey", "valkey", tls ? "rediss" : "valkey");
            }
            case "dragonfly" -> cache("dragonfly", "redis", "rediss");
            case "opensearch" -> opensearch();
            case "clickhouse" -> clickhouse();
            case "thanos" -> thanos();
            case "kafka_mirrormaker" -> {
                info.putArray("kafka_mirrormaker");
                yield "";
            }
            default -> web(service.type().code());
        };
    }

    void addTo(ObjectNode json) {
        if (uri.isEmpty()) {
            json.putNull("service_uri");
        } else {
            json.put("service_uri", uri);
        }
        json.set("service_uri_params", params);
        json.set("connection_info", info);
    }

    private String postgres(String type, String database) {
        String found = address.uri("postgres", type, "/" + database + "?sslmode=require");
        login(type);
        params.put("dbname", database).put("sslmode", "require");
        info.putArray(type).add(found);
        info.putArray(type + "_params").add(params.deepCopy());
        info.putArray(type + "_standby");
        info.putArray(type + "_syncing");
        return found;
    }

    private String mysql(String database) {
        String found = address.uri("mysql", "mysql", "/" + database + "?ssl-mode=REQUIRED");
        login("mysql");
        params.put("dbname", database).put("ssl-mode", "REQUIRED");
        info.putArray("mysql").add(found);
        info.putArray("mysql_params").add(params.deepCopy());
        info.putArray("mysql_standby");
        // Aiven's Kubernetes operator reads it on every plan.
        info.put("mysql_replica_uri", "");
        return found;
    }

    private String kafka(Secrets secrets) {
        place("kafka");
        String found = address.hostAndPort("kafka");
        info.putArray("kafka").add(found);
        info.put(
                "kafka_access_cert",
                address.admin()
                        .certificate()
                        .map(ClientCertificate::certificatePem)
                        .orElse(""));
        info.put(
                "kafka_access_key",
                address.admin()
                        .certificate()
                        .map(ClientCertificate::privateKeyPem)
                        .map(secrets::show)
                        .orElse(""));
        // Text even when off: Aiven's Kubernetes operator reads them for every service.
        info.put("kafka_connect_uri", address.uri("https", "kafka_connect", ""));
        info.put("kafka_rest_uri", address.uri("https", "kafka_rest", ""));
        info.put("schema_registry_uri", address.uri("https", "schema_registry", ""));
        return found;
    }

    private String cache(String component, String prefix, String scheme) {
        String found = address.uri(scheme, component, "");
        login(component);
        params.put("ssl", scheme.equals("rediss") ? "required" : "disabled");
        info.putArray(prefix).add(found);
        info.put(prefix + "_password", address.password());
        info.put(prefix + "_replica_uri", "");
        info.putArray(prefix + "_slave");
        return found;
    }

    private String opensearch() {
        String found = address.uri("https", "opensearch", "");
        login("opensearch");
        info.putArray("opensearch").add(found);
        info.put("opensearch_dashboards_uri", address.uri("https", "opensearch_dashboards", ""));
        info.put("opensearch_password", address.password());
        info.put("opensearch_username", address.user());
        return found;
    }

    private String clickhouse() {
        login("clickhouse");
        info.putArray("clickhouse").add(address.hostAndPort("clickhouse"));
        return address.uri("https", "clickhouse_https", "");
    }

    private String thanos() {
        login("query_frontend");
        info.putArray("thanos").add(address.hostAndPort("thanos"));
        info.put("query_frontend_uri", address.uri("https", "query_frontend", ""));
        info.put("query_uri", address.uri("https", "query", ""));
        info.put("receiver_remote_write_uri", address.uri("https", "receiver", "/api/v1/receive"));
        return address.uri("https", "query_frontend", "");
    }

    private String web(String type) {
        String found = address.uri("https", type, "");
        login(type);
        info.putArray(type).add(found);
        return found;
    }

    private void login(String component) {
        place(component);
        params.put("user", address.user()).put("password", address.password());
    }

    /** All values of the parameters are text, the port too. */
    private void place(String component) {
        address.endpoint(component).ifPresent(this::place);
    }

    private void place(EngineEndpoint endpoint) {
        params.put("host", endpoint.host()).put("port", Integer.toString(endpoint.port()));
    }
}
