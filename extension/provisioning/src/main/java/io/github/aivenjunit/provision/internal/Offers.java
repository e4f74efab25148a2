package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.Cloud;
import io.github.aivenjunit.client.model.PlanOffer;
import io.github.aivenjunit.client.model.ServiceTypeOffer;
import io.github.aivenjunit.lease.internal.Ownership;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Aiven offers, asked once per session. Thread-safe.
 *
 * <p>The light endpoints need a project; the public list of everything is tens of megabytes. So any project that the
 * token can see and that is not one of ours, which may vanish, lends its name.
 */
final class Offers {

    private static final Logger logger = LoggerFactory.getLogger(Offers.class);

    private final AivenClient client;
    private final Optional<String> lender;
    private final Map<String, List<PlanOffer>> plans = new HashMap<>();
    private final Map<Priced, Optional<BigDecimal>> prices = new HashMap<>();
    private Optional<Set<String>> clouds = Optional.empty();
    private Optional<Set<String>> types = Optional.empty();

    private record Priced(String type, String plan, String cloud) {}

    Offers(AivenClient client, List<String> visibleProjects) {
        this.client = client;
        this.lender = visibleProjects.stream()
                .filter(project -> !project.startsWith(Ownership.NAME_PREFIX))
                .findFirst();
    }

    synchronized Set<String> clouds() {
        Set<String> known =
                clouds.orElseGet(() -> lender.map(client.catalog()::clouds).orElseGet(client.catalog()::clouds).stream()
                        .map(Cloud::cloudName)
                        .collect(Collectors.toCollection(TreeSet::new)));
        clouds = Optional.of(known);
        return known;
    }

    synchronized Set<String> types() {
        Set<String> known = types.orElseGet(() -> {
            List<ServiceTypeOffer> offers = lender.map(client.catalog()::serviceTypes)
                    .orElseGet(() -> {
                        List<ServiceTypeOffer> all = client.catalog().serviceTypes();
                        all.forEach(offer -> plans.put(offer.serviceType(), offer.servicePlans()));
                        return all;
                    });
            return offers.stream().map(ServiceTypeOffer::serviceType).collect(Collectors.toCollection(TreeSet::new));
        });
        types = Optional.of(known);
        return known;
    }

    /** The plans of a type that {@link #types()} has. */
    synchronized List<PlanOffer> plans(String type) {
        return plans.computeIfAbsent(
                type,
                key -> lender.map(project -> client.catalog().plans(project, key))
                        .orElse(List.of()));
    }

    /** In US dollars an hour; empty when the API does not tell, or no project lends its name for the question. */
    synchronized Optional<BigDecimal> hourlyPrice(String type, String plan, String cloud) {
        return prices.computeIfAbsent(new Priced(type, plan, cloud), this::ask);
    }

    private Optional<BigDecimal> ask(Priced priced) {
        try {
            return lender.map(project -> client.catalog()
                    .price(project, priced.type(), priced.plan(), priced.cloud())
                    .basePriceUsd());
        } catch (AivenApiException e) {
            logger.debug("The price of {} is not known", priced, e);
            return Optional.empty();
        }
    }
}
