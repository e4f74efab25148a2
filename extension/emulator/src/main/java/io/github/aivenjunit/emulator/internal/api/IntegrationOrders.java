package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.IntegrationEnd;
import io.github.aivenjunit.emulator.internal.state.IntegrationEndpoint;
import io.github.aivenjunit.emulator.internal.state.IntegrationOrder;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;
import io.github.aivenjunit.emulator.internal.state.ServiceOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns bodies that describe integrations into orders, or refuses them. */
final class IntegrationOrders {

    private static final int ID_LENGTH = 36;
    private static final int SERVICE_LENGTH = 64;
    private static final int MOST_INTEGRATIONS = 64;

    static final List<String> TYPES = List.of(
            "alertmanager",
            "application_service_credential",
            "autoscaler",
            "caching",
            "cassandra_cross_service_cluster",
            "clickhouse_credentials",
            "clickhouse_kafka",
            "clickhouse_postgresql",
            "dashboard",
            "datadog",
            "datasource",
            "disaster_recovery",
            "external_aws_cloudwatch_logs",
            "external_aws_cloudwatch_metrics",
            "external_elasticsearch_logs",
            "external_google_cloud_logging",
            "external_opensearch_logs",
            "flink",
            "flink_external_bigquery",
            "flink_external_kafka",
            "flink_external_postgresql",
            "internal_connectivity",
            "jolokia",
            "kafka_connect",
            "kafka_connect_postgresql",
            "kafka_logs",
            "kafka_mirrormaker",
            "logs",
            "m3aggregator",
            "m3coordinator",
            "metrics",
            "opensearch_cross_cluster_replication",
            "opensearch_cross_cluster_search",
            "prometheus",
            "read_replica",
            "rsyslog",
            "schema_registry_proxy",
            "stresstester",
            "thanos_distributed_query",
            "thanos_migrate",
            "thanoscompactor",
            "thanosquery",
            "thanosruler",
            "thanosstore",
            "vector",
            "vmalert");

    /** Source and destination where the type leaves no choice; empty where it does. */
    private static final Map<String, Ends> ENDS = Map.of(
            "clickhouse_kafka", new Ends("kafka", "clickhouse"),
            "clickhouse_postgresql", new Ends("pg", "clickhouse"),
            "flink", new Ends("", "flink"),
            "kafka_connect", new Ends("kafka", "kafka_connect"),
            "kafka_logs", new Ends("", "kafka"),
            "kafka_mirrormaker", new Ends("kafka", "kafka_mirrormaker"));

    private final Platform platform;

    IntegrationOrders(Platform platform) {
        this.platform = platform;
    }

    /** The one service type that a type of integration can begin at, empty where there are several. */
    static String sourceOf(String type) {
        return ENDS.getOrDefault(type, Ends.ANY).source;
    }

    /** The one service type that a type of integration can end at, empty where there are several. */
    static String destOf(String type) {
        return ENDS.getOrDefault(type, Ends.ANY).dest;
    }

    IntegrationOrder create(Project project, Input input) {
        return order(project, input, Optional.empty());
    }

    /** The integrations that a new service begins with. It is the end that they leave out. */
    List<IntegrationOrder> ofNewService(Project project, Input input, ServiceOrder service) {
        List<IntegrationOrder> orders = new ArrayList<>();
        for (JsonNode element : input.array("service_integrations", MOST_INTEGRATIONS)) {
            if (!(element instanceof ObjectNode object)) {
                throw Refusal.invalidInput(element + " is not of type 'object'");
            }
            // It comes with the data of the source, whichever way the call names that.
            if (!ServiceOrigin.isReplication(object)) {
                orders.add(order(project, new Input(object), Optional.of(service)));
            }
        }
        return orders;
    }

    private IntegrationOrder order(Project project, Input input, Optional<ServiceOrder> creating) {
        input.requiredText("integration_type", SERVICE_LENGTH);
        String type = input.oneOf("integration_type", TYPES).orElseThrow();
        Optional<IntegrationEnd> source = end(project, input, "source", creating);
        Optional<IntegrationEnd> dest = end(project, input, "dest", creating);
        Optional<IntegrationEnd> fresh = creating.map(
                service -> serviceEnd(project, service.name(), service.type().code()));
        boolean bothMissing = source.isEmpty() && dest.isEmpty();
        IntegrationEnd from =
                source.or(() -> bothMissing ? Optional.empty() : fresh).orElseThrow(() -> missing("source"));
        IntegrationEnd to = dest.or(() -> fresh).orElseThrow(() -> missing("dest"));
        IntegrationOrder order =
                new IntegrationOrder(type, from, to, input.object("user_config").orElse(Reply.object()));
        check(order);
        return order;
    }

    private Optional<IntegrationEnd> end(Project project, Input input, String side, Optional<ServiceOrder> creating) {
        Project where = input.text(side + "_project", ProjectNames.LONGEST)
                .map(platform::project)
                .orElse(project);
        Optional<String> service = input.text(side + "_service", SERVICE_LENGTH);
        Optional<String> endpoint = input.text(side + "_endpoint_id", ID_LENGTH);
        if (service.isPresent() && endpoint.isPresent()) {
            throw Refusal.of(400, "Only one of '" + side + "_service' and '" + side + "_endpoint_id' can be given");
        }
        Optional<IntegrationEnd> asService = service.map(name -> creating.filter(
                        fresh -> where == project && fresh.name().equals(name))
                .map(fresh -> serviceEnd(project, name, fresh.type().code()))
                .orElseGet(() -> IntegrationEnd.of(where, where.service(name))));
        return asService.or(
                () -> endpoint.map(where.integrationEndpoints()::get).map(found -> endpointEnd(where, found)));
    }

    private static void check(IntegrationOrder order) {
        IntegrationEnd source = order.source();
        IntegrationEnd dest = order.dest();
        Ends ends = ENDS.getOrDefault(order.type(), Ends.ANY);
        boolean replica = order.type().equals("read_replica");
        boolean fits = (ends.source.isEmpty() || ends.source.equals(source.kind()))
                && (ends.dest.isEmpty() || ends.dest.equals(dest.kind()))
                && (!replica || source.kind().equals(dest.kind()));
        boolean self = source.service().isPresent()
                && source.project() == dest.project()
                && source.service().equals(dest.service());
        boolean noService = source.service().isEmpty() && dest.service().isEmpty();
        if (!fits || self || noService) {
            throw Refusal.of(
                    400,
                    "Integration of type '" + order.type() + "' is not possible from '" + source.kind() + "' to '"
                            + dest.kind() + "'");
        }
    }

    private static IntegrationEnd serviceEnd(Project project, String name, String type) {
        return new IntegrationEnd(project, Optional.of(name), Optional.empty(), type);
    }

    private static IntegrationEnd endpointEnd(Project project, IntegrationEndpoint endpoint) {
        return new IntegrationEnd(project, Optional.empty(), Optional.of(endpoint), endpoint.type());
    }

    private static Refusal missing(String side) {
        return Refusal.of(400, "Either '" + side + "_service' or '" + side + "_endpoint_id' is required");
    }

    private record Ends(String source, String dest) {
        static final Ends ANY = new Ends("", "");
    }
}
