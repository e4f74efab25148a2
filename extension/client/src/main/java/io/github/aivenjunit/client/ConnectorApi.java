package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Connector;
import io.github.aivenjunit.client.model.ConnectorConfig;
import io.github.aivenjunit.client.model.ConnectorStatus;
import java.util.List;
import java.util.Optional;

/**
 * Connectors of Kafka Connect, on a service of its own or within a Kafka service. Thread-safe. Every method throws
 * {@link AivenApiException}.
 *
 * <p>For a while after the service has started, every call can fail with {@link AivenApiException.NotFound} or
 * {@link AivenApiException.ServerError} (Aiven API).
 */
public interface ConnectorApi {

    List<Connector> list(String project, String service);

    /** Empty when there is no such connector. */
    Optional<Connector> find(String project, String service, String connector);

    /** Creates a connector. When the answer is lost, one of that name and class counts as created. */
    Connector create(String project, String service, ConnectorConfig config);

    /** Replaces all settings of the connector that the configuration names. */
    Connector edit(String project, String service, ConnectorConfig config);

    /** Deletes a connector; one that is not there is deleted. */
    void delete(String project, String service, String connector);

    ConnectorStatus status(String project, String service, String connector);

    void pause(String project, String service, String connector);

    void resume(String project, String service, String connector);

    void restart(String project, String service, String connector);
}
