package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Cloud;
import io.github.aivenjunit.client.model.PlanOffer;
import io.github.aivenjunit.client.model.PlanPrice;
import io.github.aivenjunit.client.model.PlanSpecs;
import io.github.aivenjunit.client.model.ServiceTypeOffer;
import io.github.aivenjunit.client.model.ServiceVersion;
import java.util.List;

/** What Aiven offers, where, and for how much. Thread-safe. Every method throws {@link AivenApiException}. */
public interface CatalogApi {

    /** The public clouds. No token is sent. */
    List<Cloud> clouds();

    /** The clouds that the project can use, private ones included. */
    List<Cloud> clouds(String project);

    /**
     * All service types with plans, regions and prices. No token is sent. The answer is tens of megabytes long and is
     * read as it arrives; prefer the methods that take a project.
     */
    List<ServiceTypeOffer> serviceTypes();

    /** The service types of a project, without their plans. */
    List<ServiceTypeOffer> serviceTypes(String project);

    List<PlanOffer> plans(String project, String serviceType);

    PlanSpecs planSpecs(String project, String serviceType, String plan);

    PlanPrice price(String project, String serviceType, String plan, String cloud);

    /** The major versions of the service types, and how long Aiven keeps them. No token is sent. */
    List<ServiceVersion> serviceVersions();
}
