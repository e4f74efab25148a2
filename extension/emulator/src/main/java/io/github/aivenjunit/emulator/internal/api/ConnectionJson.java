package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.internal.certificates.ClientCertificate;
import io.github.aivenjunit.emulator.internal.state.Replica;
import io.github.aivenjunit.emulator.internal.state.Service;
import java.util.Map;

/**
 * The ways in which a service tells how to connect to it: {@code service_uri}, {@code service_uri_params} and
 * {@code connection_info}. Every type has its own.
 */
final class ConnectionJson {

    /** What is different from type to type; a type that is missing here has one web address. */
    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("alloydbomni", ConnectionJson::postgres),
            Map.entry("clickhouse", ConnectionJson::clickhouse),
            Map.entry("dragonfly", (json, service) -> json.cache("dragonfly", "redis", isTls(service))),
            Map.entry("kafka", ConnectionJson::kafka),
            Map.entry("kafka_mirrormaker", ConnectionJson::silent),
            Map.entry("mysql", ConnectionJson::mysql),
            Map.entry("opensearch", ConnectionJson::opensearch),
            Map.entry("pg", ConnectionJson::postgres),
            Map.entry("thanos", ConnectionJson::thanos),
            Map.entry("valkey", (json, service) -> json.cache("valkey", "valkey", isTls(service))));

    private final ServiceAddress address;
    private final Secrets secrets;
    private final String uri;
    private final ObjectNode params = Reply.object();
    private final ObjectNode info = Reply.object();

    ConnectionJson(Service service, Secrets secrets) {
        this.secrets = secrets;
        address = new ServiceAddress(service, secrets);
        uri = FORMS.getOrDefault(service.type().code(), ConnectionJson::web).write(this, service);
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

    private String postgres(Service service) {
        String type = service.type().code();
        String database = service.type().database().orElse("");
        String found = address.uri("postgres", type, "/" + database + "?sslmode=require");
        login(type);
        params.put("dbname", database).put("sslmode", "require");
        info.putArray(type).add(found);
        info.putArray(type + "_params").add(params.deepCopy());
        info.putArray(type + "_standby");
        info.putArray(type + "_syncing");
        String replica = replica(type, "postgres", "/" + database + "?sslmode=require");
        if (!replica.isEmpty()) {
            info.put(type + "_replica_uri", replica);
        }
        return found;
    }

    private String mysql(Service service) {
        String database = service.type().database().orElse("");
        String found = address.uri("mysql", "mysql", "/" + database + "?ssl-mode=REQUIRED");
        login("mysql");
        params.put("dbname", database).put("ssl-mode", "REQUIRED");
        info.putArray("mysql").add(found);
        info.putArray("mysql_params").add(params.deepCopy());
        info.putArray("mysql_standby");
        // Aiven's Kubernetes operator reads it on every plan.
        info.put("mysql_replica_uri", replica("mysql", "mysql", "/" + database + "?ssl-mode=REQUIRED"));
        return found;
    }

    private String kafka(Service service) {
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

    private String cache(String component, String prefix, boolean tls) {
        String scheme = tls ? "rediss" : component;
        String found = address.uri(scheme, component, "");
        login(component);
        params.put("ssl", tls ? "required" : "disabled");
        info.putArray(prefix).add(found);
        info.put(prefix + "_password", address.password());
        info.put(prefix + "_replica_uri", replica(component, scheme, ""));
        info.putArray(prefix + "_slave");
        return found;
    }

    private String opensearch(Service service) {
        String found = address.uri("https", "opensearch", "");
        login("opensearch");
        info.putArray("opensearch").add(found);
        info.put("opensearch_dashboards_uri", address.uri("https", "opensearch_dashboards", ""));
        info.put("opensearch_password", address.password());
        info.put("opensearch_username", address.user());
        return found;
    }

    private String clickhouse(Service service) {
        login("clickhouse");
        info.putArray("clickhouse").add(address.hostAndPort("clickhouse"));
        return address.uri("https", "clickhouse_https", "");
    }

    private String thanos(Service service) {
        login("query_frontend");
        info.putArray("thanos").add(address.hostAndPort("thanos"));
        info.put("query_frontend_uri", address.uri("https", "query_frontend", ""));
        info.put("query_uri", address.uri("https", "query", ""));
        info.put("receiver_remote_write_uri", address.uri("https", "receiver", "/api/v1/receive"));
        return address.uri("https", "query_frontend", "");
    }

    private String silent(Service service) {
        info.putArray(service.type().code());
        return "";
    }

    private String web(Service service) {
        String type = service.type().code();
        String found = address.uri("https", type, "");
        login(type);
        info.putArray(type).add(found);
        return found;
    }

    /** Nothing, unless the plan has a standby node. */
    private String replica(String component, String scheme, String rest) {
        return address.uri(scheme, component + Replica.SUFFIX, rest);
    }

    private static boolean isTls(Service service) {
        return service.order().userConfig().path(service.type().code() + "_ssl").asBoolean(true);
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

    /** Fills in the parameters and the connection info of a type, and returns its address. */
    @FunctionalInterface
    private interface Form {
        String write(ConnectionJson json, Service service);
    }
}
