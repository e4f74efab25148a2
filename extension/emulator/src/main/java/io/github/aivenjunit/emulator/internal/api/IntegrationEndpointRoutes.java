package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.IntegrationEndpoint;
import io.github.aivenjunit.emulator.internal.state.IntegrationEndpoints;
import io.github.aivenjunit.emulator.internal.state.Platform;
import java.util.List;
import java.util.Set;

/** What lies outside of Aiven and services can be integrated with. Nothing is ever sent there. */
final class IntegrationEndpointRoutes {

    private static final int NAME_LENGTH = 40;
    private static final int TYPE_LENGTH = 64;
    private static final String CONFIG = "user_config";

    static final List<String> TYPES = List.of(
            "autoscaler",
            "datadog",
            "external_aws_cloudwatch_logs",
            "external_aws_cloudwatch_metrics",
            "external_aws_s3",
            "external_azure_blob_storage",
            "external_clickhouse",
            "external_elasticsearch_logs",
            "external_google_cloud_bigquery",
            "external_google_cloud_logging",
            "external_kafka",
            "external_mysql",
            "external_opensearch_logs",
            "external_postgresql",
            "external_prometheus",
            "external_redis",
            "external_schema_registry",
            "external_sumologic_logs",
            "jolokia",
            "prometheus",
            "rsyslog");

    /** The properties, of any type of endpoint, that give access to something. An address can hold a password. */
    private static final Set<String> SECRETS = Set.of(
            "account_key",
            "basic_auth_password",
            "datadog_api_key",
            "key",
            "password",
            "sasl_plain_password",
            "secret_key",
            "service_account_credentials",
            "ssl_client_key",
            "url");

    private final Platform platform;

    IntegrationEndpointRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        String endpoints = "/project/{project}/integration_endpoint";
        String endpoint = endpoints + "/{integration_endpoint_id}";
        routes.add("GET", endpoints, "ServiceIntegrationEndpointList", this::list);
        routes.add("POST", endpoints, "ServiceIntegrationEndpointCreate", this::create);
        routes.add("GET", endpoint, "ServiceIntegrationEndpointGet", this::get);
        routes.add("PUT", endpoint, "ServiceIntegrationEndpointUpdate", this::update);
        routes.add("DELETE", endpoint, "ServiceIntegrationEndpointDelete", this::delete);
    }

    private Reply list(Call call) {
        Secrets secrets = secrets(call);
        ObjectNode answer = Reply.object();
        ArrayNode list = answer.putArray("service_integration_endpoints");
        endpoints(call).all().forEach(endpoint -> list.add(json(endpoint, secrets)));
        return Reply.ok(answer);
    }

    private Reply create(Call call) {
        IntegrationEndpoints endpoints = endpoints(call);
        Input input = call.input();
        String name = input.requiredText("endpoint_name", NAME_LENGTH);
        input.requiredText("endpoint_type", TYPE_LENGTH);
        String type = input.oneOf("endpoint_type", TYPES).orElseThrow();
        ObjectNode config = config(input);
        endpoints.requireFreeName(name);
        IntegrationEndpoint made =
                endpoints.put(new IntegrationEndpoint(platform.identifiers().uuid(), name, type, config));
        return answer(made, Secrets.forWrite(platform.faults()));
    }

    private Reply get(Call call) {
        return answer(endpoint(call), secrets(call));
    }

    /** Aiven API: a redacted value that comes back leaves the stored one as it is. */
    private Reply update(Call call) {
        IntegrationEndpoint before = endpoint(call);
        ObjectNode config = config(call.input());
        config.properties().forEach(property -> {
            if (property.getValue().asText().equals(Secrets.REDACTION)
                    && before.userConfig().has(property.getKey())) {
                property.setValue(before.userConfig().get(property.getKey()));
            }
        });
        IntegrationEndpoint changed = endpoints(call).put(before.with(config));
        return answer(changed, Secrets.forWrite(platform.faults()));
    }

    private Reply delete(Call call) {
        IntegrationEndpoint endpoint = endpoint(call);
        platform.integrations().requireUnused(endpoint);
        endpoints(call).remove(endpoint);
        return Reply.message("deleted");
    }

    /** Aiven API: without the right to see the secrets of endpoints they are redacted, not refused. */
    private Secrets secrets(Call call) {
        return switch (platform.faults().secretAccess()) {
            case PLAIN, REDACTED -> Secrets.forRead(call, platform.faults());
            case FORBIDDEN -> Secrets.REDACTED;
        };
    }

    private IntegrationEndpoints endpoints(Call call) {
        return platform.project(call.project()).integrationEndpoints();
    }

    private IntegrationEndpoint endpoint(Call call) {
        return endpoints(call).get(call.path("integration_endpoint_id"));
    }

    private static ObjectNode config(Input input) {
        return input.object(CONFIG)
                .map(ObjectNode::deepCopy)
                .orElseThrow(() -> Refusal.invalidInput("'" + CONFIG + "' is a required property"));
    }

    private static Reply answer(IntegrationEndpoint endpoint, Secrets secrets) {
        ObjectNode answer = Reply.object();
        answer.set("service_integration_endpoint", json(endpoint, secrets));
        return Reply.ok(answer);
    }

    private static ObjectNode json(IntegrationEndpoint endpoint, Secrets secrets) {
        ObjectNode json = Reply.object()
                .put("endpoint_id", endpoint.id())
                .put("endpoint_name", endpoint.name())
                .put("endpoint_type", endpoint.type());
        json.putObject("endpoint_config");
        ObjectNode config = json.putObject(CONFIG);
        endpoint.userConfig().properties().forEach(property -> {
            if (SECRETS.contains(property.getKey()) && secrets == Secrets.REDACTED) {
                config.put(property.getKey(), Secrets.REDACTION);
            } else {
                config.set(property.getKey(), property.getValue().deepCopy());
            }
        });
        return json;
    }
}
