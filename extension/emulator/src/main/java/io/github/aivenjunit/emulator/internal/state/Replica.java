package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The second address of a service whose plan has a standby node, for those who only read. A component of that name with
 * the suffix; behind a single real server it is the server's own address.
 */
public final class Replica {

    public static final String SUFFIX = "_replica";

    private Replica() {}

    /** The component, if the service has one. Only the first of a type's components is replicated. */
    static Optional<String> of(ServiceOrder order) {
        return order.type().hasNodeRoles() && order.plan().nodes() > 1
                ? Optional.of(order.type().components().get(0) + SUFFIX)
                : Optional.empty();
    }

    /** The endpoints with the one of the replica. */
    static List<EngineEndpoint> addTo(List<EngineEndpoint> endpoints, ServiceOrder order) {
        Optional<String> replica = of(order);
        boolean complete = replica.isEmpty()
                || endpoints.stream().anyMatch(endpoint -> endpoint.component().equals(replica.get()));
        if (complete) {
            return endpoints;
        }
        List<EngineEndpoint> all = new ArrayList<>(endpoints);
        endpoints.stream()
                .filter(endpoint ->
                        endpoint.component().equals(order.type().components().get(0)))
                .map(primary -> new EngineEndpoint(replica.get(), primary.host(), primary.port()))
                .forEach(all::add);
        return List.copyOf(all);
    }
}
