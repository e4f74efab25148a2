package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Cloud;
import io.github.aivenjunit.client.model.PlanOffer;
import io.github.aivenjunit.client.model.PlanPrice;
import io.github.aivenjunit.client.model.PlanSpecs;
import io.github.aivenjunit.client.model.ServiceTypeOffer;
import io.github.aivenjunit.client.model.ServiceVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogue over HTTP. */
record HttpCatalog(ApiCalls calls) implements CatalogApi {

    /** A service type as the API writes it: under its code. */
    record Answer(
            String description,
            Optional<String> defaultVersion,
            Optional<String> latestAvailableVersion,
            @Nullable List<PlanOffer> servicePlans) {

        @SuppressWarnings("NullAway") // the model's record takes and fills what is missing
        ServiceTypeOffer toOffer(String serviceType) {
            return new ServiceTypeOffer(serviceType, description, defaultVersion, latestAvailableVersion, servicePlans);
        }
    }

    @Override
    public List<Cloud> clouds() {
        return clouds(ApiRequest.get(ApiPath.of("/clouds")).withoutToken());
    }

    @Override
    public List<Cloud> clouds(String project) {
        return clouds(ApiRequest.get(ApiPath.project(project).plus("/clouds")));
    }

    @Override
    public List<ServiceTypeOffer> serviceTypes() {
        return calls.call(
                ApiRequest.get(ApiPath.of("/service_types")).withoutToken(),
                (json, body) -> offers(json.map(body, "service_types", Answer.class)));
    }

    @Override
    public List<ServiceTypeOffer> serviceTypes(String project) {
        return calls.call(
                ApiRequest.get(serviceTypesOf(project)), (json, body) -> offers(json.map(body, Answer.class)));
    }

    @Override
    public List<PlanOffer> plans(String project, String serviceType) {
        return calls.call(
                ApiRequest.get(plansOf(project, serviceType)),
                (json, body) -> json.list(body, "service_plans", PlanOffer.class));
    }

    @Override
    public PlanSpecs planSpecs(String project, String serviceType, String plan) {
        return calls.call(
                ApiRequest.get(plansOf(project, serviceType).name("plan", plan)),
                (json, body) -> json.value(body, PlanSpecs.class));
    }

    @Override
    public PlanPrice price(String project, String serviceType, String plan, String cloud) {
        ApiPath path = ApiPath.project(project)
                .plus("/pricing/service-types")
                .name("service type", serviceType)
                .plus("/plans")
                .name("plan", plan)
                .plus("/clouds")
                .name("cloud", cloud);
        return calls.call(ApiRequest.get(path), (json, body) -> json.value(body, PlanPrice.class));
    }

    @Override
    public List<ServiceVersion> serviceVersions() {
        return calls.call(
                ApiRequest.get(ApiPath.of("/service_versions")).withoutToken(),
                (json, body) -> json.list(body, "service_versions", ServiceVersion.class));
    }

    private List<Cloud> clouds(ApiRequest request) {
        return calls.call(request, (json, body) -> json.list(body, "clouds", Cloud.class));
    }

    private static List<ServiceTypeOffer> offers(Map<String, Answer> answers) {
        return answers.entrySet().stream()
                .map(answer -> answer.getValue().toOffer(answer.getKey()))
                .toList();
    }

    private static ApiPath serviceTypesOf(String project) {
        return ApiPath.project(project).plus("/service-types");
    }

    private static ApiPath plansOf(String project, String serviceType) {
        return serviceTypesOf(project).name("service type", serviceType).plus("/plans");
    }
}
