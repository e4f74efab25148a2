package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.model.PlanOffer;
import io.github.aivenjunit.client.model.RegionOffer;
import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.platform.DataPlane;
import io.github.aivenjunit.provision.ProvisioningException;
import io.github.aivenjunit.spec.InvalidSpecException;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.ServiceResource;
import io.github.aivenjunit.spec.ServiceSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds everything that can be found wrong before anything is created. One per home; thread-safe. */
final class Preflight {

    private static final Logger logger = LoggerFactory.getLogger(Preflight.class);

    private static final List<String> PLANS_WITHOUT_POOLS = List.of("free", "hobbyist");

    private final Home home;
    private Optional<Offers> offers = Optional.empty();

    Preflight(Home home) {
        this.home = home;
    }

    /**
     * Checks the token, and every cloud, type and plan.
     *
     * @throws InvalidSpecException if something does not exist; names what does
     * @throws ProvisioningException if the API cannot be used
     */
    void check(ProjectSpec spec, AivenConfig config) {
        Offers known = offers(config);
        checkCloud(config.cloud(), "'cloud' of the project", known);
        spec.services().forEach(service -> check(service, config, known));
    }

    /** Asks what a check would ask, and judges nothing. */
    void warmUp(ProjectSpec spec, AivenConfig config) {
        Offers known = offers(config);
        known.clouds();
        for (ServiceSpec service : spec.services()) {
            if (known.types().contains(service.type())) {
                known.plans(service.type());
            }
        }
    }

    /** What the services cost in US dollars an hour, all together; empty when the price of one of them is not known. */
    Optional<BigDecimal> hourlyPrice(ProjectSpec spec, AivenConfig config) {
        Offers known = offers(config);
        BigDecimal sum = BigDecimal.ZERO;
        for (ServiceSpec service : spec.services()) {
            Optional<BigDecimal> price = known.hourlyPrice(
                    service.type(), service.plan(), service.cloud().orElse(config.cloud()));
            if (price.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(price.get());
        }
        return Optional.of(sum);
    }

    /** Checks one more service of a project that exists. */
    void check(ServiceSpec service, AivenConfig config) {
        check(service, config, offers(config));
    }

    /** What a service costs an hour in US dollars, where the catalogue tells. Asks for nothing that a check has asked for. */
    Optional<BigDecimal> hourlyPrice(ServiceSpec service, AivenConfig config) {
        return offers(config).plans(service.type()).stream()
                .filter(plan -> plan.servicePlan().equals(service.plan()))
                .flatMap(plan ->
                        Optional.ofNullable(plan.regions().get(service.cloud().orElse(config.cloud())))
                                .flatMap(RegionOffer::priceUsd)
                                .stream())
                .findFirst();
    }

    private void check(ServiceSpec service, AivenConfig config, Offers known) {
        service.cloud().ifPresent(cloud -> checkCloud(cloud, "'cloud' of service '" + service.name() + "'", known));
        if (!known.types().contains(service.type())) {
            throw new InvalidSpecException("Aiven has no service type '" + service.type() + "'. Set 'type' of service '"
                    + service.name() + "' to " + NearMatches.of(service.type(), known.types()) + ".");
        }
        checkPlan(service, service.cloud().orElse(config.cloud()), known);
        checkPools(service);
        checkDataPlane(service);
    }

    private static void checkCloud(String cloud, String where, Offers known) {
        if (!known.clouds().contains(cloud)) {
            throw new InvalidSpecException("Aiven has no cloud '" + cloud + "'. Set " + where + " to "
                    + NearMatches.of(cloud, known.clouds()) + ".");
        }
    }

    private static void checkPlan(ServiceSpec service, String cloud, Offers known) {
        List<PlanOffer> offered = known.plans(service.type());
        Set<String> names = offered.stream().map(PlanOffer::servicePlan).collect(Collectors.toCollection(TreeSet::new));
        Optional<PlanOffer> plan = offered.stream()
                .filter(offer -> offer.servicePlan().equals(service.plan()))
                .findFirst();
        if (plan.isEmpty()) {
            throw new InvalidSpecException("Service type '" + service.type() + "' has no plan '" + service.plan()
                    + "'. Set 'plan' of service '" + service.name() + "' to "
                    + NearMatches.of(service.plan(), names) + ".");
        }
        Set<String> regions = new TreeSet<>(plan.get().regions().keySet());
        if (!regions.isEmpty() && !regions.contains(cloud)) {
            throw new InvalidSpecException("Plan '" + service.plan() + "' of service type '" + service.type()
                    + "' is not offered in cloud '" + cloud + "'. Set 'cloud' of service '" + service.name() + "' to "
                    + NearMatches.of(cloud, regions) + ", or choose another plan.");
        }
        BrokerCount.check(service, plan.get());
    }

    /** Aiven: the smallest plans have no connection pooling; the API tells only when a pool is created. */
    private static void checkPools(ServiceSpec service) {
        boolean wantsPools = service.resources().stream().anyMatch(ServiceResource.ConnectionPool.class::isInstance);
        boolean hasNone = PLANS_WITHOUT_POOLS.stream().anyMatch(service.plan()::startsWith);
        if (wantsPools && hasNone) {
            throw new InvalidSpecException("Plan '" + service.plan() + "' has no connection pooling. Set 'plan' of"
                    + " service '" + service.name() + "' to startup-4 or larger, or remove 'pools'.");
        }
    }

    private void checkDataPlane(ServiceSpec service) {
        DataPlane dataPlane = home.dataPlane(service);
        if (dataPlane instanceof DataPlane.Unavailable unavailable) {
            throw new ProvisioningException(
                    "The emulator cannot run service '" + service.name() + "': " + unavailable.reason());
        }
        if (dataPlane instanceof DataPlane.ControlPlaneOnly controlPlane) {
            logger.warn("No client will be able to use service {}: {}", service.name(), controlPlane.reason());
        }
    }

    private synchronized Offers offers(AivenConfig config) {
        if (offers.isEmpty()) {
            offers = Optional.of(new Offers(home.client(), me(config)));
        }
        return offers.get();
    }

    private List<String> me(AivenConfig config) {
        try {
            return home.client().me().projects();
        } catch (AivenApiException.Unauthenticated e) {
            throw new ProvisioningException(
                    "Aiven rejected the API token from " + config.tokenOrigin().orElse("the emulator")
                            + ". Make a new one in the Aiven console under \"Tokens\" and set it there.",
                    e);
        } catch (AivenApiException.Unreachable e) {
            throw new ProvisioningException(
                    "The Aiven API at " + home.client().endpoint() + " cannot be reached. Check the network, the proxy"
                            + " and aiven.url (AIVEN_WEB_URL).",
                    e);
        }
    }
}
