package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Integration;
import io.github.aivenjunit.client.model.IntegrationCreate;
import io.github.aivenjunit.client.model.UserConfig;
import java.util.List;
import java.util.Optional;

/** What connects services with each other and with the outside. Thread-safe. Every method throws {@link AivenApiException}. */
public interface IntegrationApi {

    /** All integrations of which the service is an end. */
    List<Integration> list(String project, String service);

    Integration get(String project, String id);

    /** Empty when there is no such integration. The API can need a moment to show a new one. */
    Optional<Integration> find(String project, String id);

    /**
     * Creates an integration, which is not active yet. When the answer is lost, one of the type between the ends asked
     * for counts as created. Without a service of the project as an end there is no list to look in: the request is then
     * not repeated after a failure that can have had an effect.
     */
    Integration create(String project, IntegrationCreate request);

    /** Replaces the settings. */
    Integration update(String project, String id, UserConfig userConfig);

    /** Deletes an integration; one that is not there is deleted. */
    void delete(String project, String id);
}
