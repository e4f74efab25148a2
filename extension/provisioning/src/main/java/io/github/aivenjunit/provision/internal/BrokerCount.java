package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.model.PlanOffer;
import io.github.aivenjunit.spec.InvalidSpecException;
import io.github.aivenjunit.spec.ServiceResource;
import io.github.aivenjunit.spec.ServiceSpec;

/** Topics cannot have more replicas than their service has brokers. Aiven says so only when the service runs. */
final class BrokerCount {

    private BrokerCount() {}

    /**
     * Compares the declared topics with the plan.
     *
     * @throws InvalidSpecException if one wants more brokers than the plan has
     */
    static void check(ServiceSpec service, PlanOffer plan) {
        plan.nodeCount()
                .ifPresent(brokers -> service.resources().stream()
                        .filter(ServiceResource.Topic.class::isInstance)
                        .map(ServiceResource.Topic.class::cast)
                        .filter(topic -> topic.replication().orElse(1) > brokers)
                        .findFirst()
                        .ifPresent(topic -> {
                            throw new InvalidSpecException("Plan '" + plan.servicePlan() + "' has " + brokers
                                    + " brokers. Set 'replication' of topic '" + topic.name() + "' of service '"
                                    + service.name() + "' to at most " + brokers + " instead of "
                                    + topic.replication().getAsInt() + ", or choose a larger plan.");
                        }));
    }
}
