package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Connector;
import io.github.aivenjunit.client.model.ConnectorConfig;
import io.github.aivenjunit.client.model.ConnectorStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kafka connectors over HTTP. */
record HttpConnectors(ApiCalls calls) implements ConnectorApi {

    @Override
    public List<Connector> list(String project, String service) {
        return calls.call(ApiRequest.get(connectorsOf(project, service)), listReader());
    }

    /** From the list: the API has no read of one connector. */
    @Override
    public Optional<Connector> find(String project, String service, String connector) {
        return calls.find(ApiRequest.get(connectorsOf(project, service)), listReader())
                .flatMap(all -> all.stream()
                        .filter(found -> found.name().equals(connector))
                        .findFirst());
    }

    @Override
    public Connector create(String project, String service, ConnectorConfig config) {
        return calls.create(
                ApiRequest.post(connectorsOf(project, service), body(config)),
                reader(),
                new ApiCalls.Creation<>(
                        () -> find(project, service, config.name()),
                        found -> config.connectorClass()
                                .equals(found.config().getOrDefault("connector.class", config.connectorClass()))));
    }

    @Override
    public Connector edit(String project, String service, ConnectorConfig config) {
        return calls.call(ApiRequest.put(path(project, service, config.name()), body(config)), reader());
    }

    @Override
    public void delete(String project, String service, String connector) {
        calls.delete(
                ApiRequest.delete(path(project, service, connector)),
                () -> find(project, service, connector).isPresent(),
                ApiCalls::notThere);
    }

    @Override
    public ConnectorStatus status(String project, String service, String connector) {
        return calls.call(
                ApiRequest.get(path(project, service, connector).plus("/status")),
                (json, body) -> json.value(body, "status", ConnectorStatus.class));
    }

    @Override
    public void pause(String project, String service, String connector) {
        order(project, service, connector, "/pause");
    }

    @Override
    public void resume(String project, String service, String connector) {
        order(project, service, connector, "/resume");
    }

    @Override
    public void restart(String project, String service, String connector) {
        order(project, service, connector, "/restart");
    }

    private void order(String project, String service, String connector, String order) {
        calls.call(ApiRequest.post(path(project, service, connector).plus(order), Map.of()));
    }

    private static Map<String, Object> body(ConnectorConfig config) {
        return Map.copyOf(config.values());
    }

    private static ApiPath connectorsOf(String project, String service) {
        return ApiPath.service(project, service).plus("/connectors");
    }

    private static ApiPath path(String project, String service, String connector) {
        return connectorsOf(project, service).name("connector name", connector);
    }

    private static ApiExchange.Reader<List<Connector>> listReader() {
        return (json, body) -> json.list(body, "connectors", Connector.class);
    }

    private static ApiExchange.Reader<Connector> reader() {
        return (json, body) -> json.value(body, "connector", Connector.class);
    }
}
