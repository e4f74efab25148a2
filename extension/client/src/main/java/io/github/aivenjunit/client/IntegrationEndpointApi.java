package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.IntegrationEndpoint;
import io.github.aivenjunit.client.model.UserConfig;
import java.util.List;
import java.util.Optional;

/**
 * What lies outside of Aiven and can be an end of a service integration. Thread-safe. Every method throws
 * {@link AivenApiException}.
 */
public interface IntegrationEndpointApi {

    /** All endpoints of the project. Their secrets can be redacted. */
    List<IntegrationEndpoint> list(String project);

    /** One endpoint, with its secrets. */
    IntegrationEndpoint get(String project, String id);

    /** Empty when there is no such endpoint. */
    Optional<IntegrationEndpoint> find(String project, String id);

    /**
     * Creates an endpoint. When the answer is lost, an endpoint of that name and type counts as created.
     *
     * @param type for example {@code datadog} or {@code external_postgresql}
     */
    IntegrationEndpoint create(String project, String name, String type, UserConfig userConfig);

    /** Replaces the settings. */
    IntegrationEndpoint update(String project, String id, UserConfig userConfig);

    /** Deletes an endpoint; one that is not there is deleted. */
    void delete(String project, String id);
}
