package io.github.aivenjunit.sweep.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What services cost; each plan is asked for once. Thread-safe. */
final class Prices {

    private static final Logger logger = LoggerFactory.getLogger(Prices.class);

    private final AivenClient client;
    private final Map<Plan, Optional<BigDecimal>> known = new ConcurrentHashMap<>();

    private record Plan(String type, String plan, String cloud) {}

    Prices(AivenClient client) {
        this.client = client;
    }

    /** In US dollars an hour; empty when the price of one of them is not known. */
    Optional<BigDecimal> hourly(String project, List<Service> services) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Service service : services) {
            // Aiven docs, "Service pricing": a service that is switched off costs nothing.
            if (!service.state().equals(ServiceState.POWEROFF)) {
                Optional<BigDecimal> price = hourly(project, service);
                if (price.isEmpty()) {
                    return Optional.empty();
                }
                sum = sum.add(price.get());
            }
        }
        return Optional.of(sum);
    }

    private Optional<BigDecimal> hourly(String project, Service service) {
        Plan plan = new Plan(service.serviceType(), service.plan(), service.cloudName());
        Optional<BigDecimal> price = known.get(plan);
        if (price == null) {
            price = ask(project, plan);
            known.put(plan, price);
        }
        return price;
    }

    private Optional<BigDecimal> ask(String project, Plan plan) {
        try {
            return Optional.of(client.catalog()
                    .price(project, plan.type(), plan.plan(), plan.cloud())
                    .basePriceUsd());
        } catch (AivenApiException e) {
            logger.debug("The price of {} is not known", plan, e);
            return Optional.empty();
        }
    }
}
