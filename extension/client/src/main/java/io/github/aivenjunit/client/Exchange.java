package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.NodeState;
import io.github.aivenjunit.client.model.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A request and what came of it, without bodies and headers.
 *
 * @param path percent-encoded, without query; holds names
 * @param status of the answer, 200 for every success; 0 when there was none
 * @param sent when it was sent
 * @param took until its answer was read
 * @param retryAfter how long a 429 asked to wait
 * @param services the services in the answer, in its order
 */
public record Exchange(
        String method,
        String path,
        int status,
        Instant sent,
        Duration took,
        Optional<Duration> retryAfter,
        List<Sighting> services) {

    public Exchange {
        services = List.copyOf(services);
    }

    /**
     * A service as it was at that moment.
     *
     * @param nodeStates in the order of its nodes
     */
    public record Sighting(String service, String type, String plan, String state, List<String> nodeStates) {

        public Sighting {
            nodeStates = List.copyOf(nodeStates);
        }

        static Sighting of(Service service) {
            return new Sighting(
                    service.serviceName(),
                    service.serviceType(),
                    service.plan(),
                    service.state().value(),
                    service.nodeStates().stream().map(NodeState::state).toList());
        }
    }

    /** The services in a value that was read from an answer, if it is one or a list of some. */
    static List<Sighting> sightings(Object value) {
        if (value instanceof Service service) {
            return List.of(Sighting.of(service));
        }
        return value instanceof Collection<?> items
                ? items.stream()
                        .filter(Service.class::isInstance)
                        .map(Service.class::cast)
                        .map(Sighting::of)
                        .toList()
                : List.of();
    }
}
