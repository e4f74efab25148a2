package io.github.aivenjunit.engine.opensearch.internal;

import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeServer;
import io.github.aivenjunit.emulator.engine.TlsIdentity;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * A node's configuration, from what the service was created with.
 *
 * @param port of HTTPS
 * @param rehearsal whether the node shall try out what tests do, and then end
 */
record NodeSettings(EngineRequest request, int port, boolean rehearsal) {

    /** Of {@code user_config.opensearch}, what one node can obey, with OpenSearch's name and unit of it. */
    private static final Map<String, Target> PASSED_ON = Map.ofEntries(
            Map.entry("action_auto_create_index_enabled", new Target("action.auto_create_index", "")),
            Map.entry("action_destructive_requires_name", new Target("action.destructive_requires_name", "")),
            Map.entry("cluster_max_shards_per_node", new Target("cluster.max_shards_per_node", "")),
            Map.entry("http_max_content_length", new Target("http.max_content_length", "b")),
            Map.entry("http_max_header_size", new Target("http.max_header_size", "b")),
            Map.entry("http_max_initial_line_length", new Target("http.max_initial_line_length", "b")),
            Map.entry("indices_fielddata_cache_size", new Target("indices.fielddata.cache.size", "%")),
            Map.entry("indices_queries_cache_size", new Target("indices.queries.cache.size", "%")),
            Map.entry("indices_query_bool_max_clause_count", new Target("indices.query.bool.max_clause_count", "")),
            Map.entry("override_main_response_version", new Target("compatibility.override_main_response_version", "")),
            Map.entry("reindex_remote_whitelist", new Target("reindex.remote.allowlist", "")),
            Map.entry("script_max_compilations_rate", new Target("script.max_compilations_rate", "")),
            Map.entry("search_max_buckets", new Target("search.max_buckets", "")));

    /** Writes the files that the node reads: its settings, its certificate and its private key. */
    void write(NativeServer server) throws IOException {
        TlsIdentity tls = request.tls();
        server.write("certificate.pem", tls.certificatePem());
        server.write("key.pem", tls.privateKeyPem());
        server.write("node.properties", file(server.directory()));
    }

    private String file(Path directory) throws IOException {
        Properties properties = new Properties();
        properties.putAll(identity(directory));
        properties.putAll(pace());
        if (request.userConfig().get("opensearch") instanceof Map<?, ?> chosen) {
            chosen.forEach((name, value) -> {
                Target target = PASSED_ON.get(String.valueOf(name));
                if (target != null && value != null) {
                    properties.setProperty(target.setting(), text(value) + target.unit());
                }
            });
        }
        properties.setProperty("rehearsal", Boolean.toString(rehearsal));
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return text.toString();
    }

    private Map<String, String> identity(Path directory) {
        return Map.of(
                "cluster.name", request.service(),
                "node.name", request.service() + "-1",
                "discovery.type", "single-node",
                "network.host", "127.0.0.1",
                "http.port", Integer.toString(port),
                "path.home", directory.toString(),
                "path.data", directory.resolve("data").toString(),
                "path.logs", directory.toString());
    }

    private static Map<String, String> pace() {
        return Map.of(
                "bootstrap.system_call_filter", "false",
                // Indices would become read-only on a developer's full disk.
                "cluster.routing.allocation.disk.threshold_enabled", "false",
                // Counts garbage as used, so that a small heap would refuse requests.
                "indices.breaker.total.use_real_memory", "false",
                "node.processors", "2",
                // A machine that is not tuned for OpenSearch allows too few maps.
                "node.store.allow_mmap", "false");
    }

    private static String text(Object value) {
        return value instanceof Collection<?> values
                ? values.stream().map(String::valueOf).collect(Collectors.joining(","))
                : value.toString();
    }

    @Override
    public String toString() {
        return "NodeSettings[" + request.project() + "/" + request.service() + "]";
    }

    private record Target(String setting, String unit) {}
}
