package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.catalogue.Catalogue;
import io.github.aivenjunit.emulator.internal.catalogue.CloudOffer;
import io.github.aivenjunit.emulator.internal.catalogue.PlanOffer;
import io.github.aivenjunit.emulator.internal.catalogue.TypeOffer;
import io.github.aivenjunit.emulator.internal.input.Bodies;
import io.github.aivenjunit.emulator.internal.state.Platform;
import java.util.Optional;
import java.util.function.Supplier;

/** Clouds, service types, plans, prices and versions. The same for every project and every caller. */
final class CatalogueRoutes {

    private final Platform platform;
    private final Bodies bodies;

    /** Written once: more than a megabyte of JSON. Guarded by the platform's lock. */
    private Optional<String> serviceTypes = Optional.empty();

    CatalogueRoutes(Platform platform, Bodies bodies) {
        this.platform = platform;
        this.bodies = bodies;
    }

    void addTo(Routes routes) {
        routes.addOpen("GET", "/clouds", "ListClouds", call -> Reply.ok(json().clouds()));
        routes.addOpen("GET", "/service_types", "ListPublicServiceTypes", call -> allServiceTypes());
        routes.addOpen("GET", "/service_versions", "ListServiceVersions", call -> Reply.ok(json().versions()));
        String project = "/project/{project}";
        routes.add(
                "GET",
                project + "/clouds",
                "ListProjectClouds",
                call -> inProject(call, () -> Reply.ok(json().clouds())));
        routes.add(
                "GET",
                project + "/service_types",
                "ListProjectServiceTypes",
                call -> inProject(call, this::allServiceTypes));
        routes.add(
                "GET",
                project + "/service-types",
                "ProjectServiceTypesList",
                call -> inProject(call, () -> Reply.ok(json().serviceTypeMap())));
        String type = project + "/service-types/{service_type}";
        routes.add(
                "GET",
                type,
                "ProjectServiceTypesGet",
                call -> inProject(call, () -> Reply.ok(json().type(type(call)))));
        routes.add(
                "GET",
                type + "/plans",
                "ProjectServicePlanList",
                call -> inProject(call, () -> Reply.ok(json().plans(type(call), false))));
        routes.add("GET", type + "/plans/{service_plan}", "ProjectServicePlanSpecsGet", this::planSpecs);
        routes.add(
                "GET",
                project + "/pricing/service-types/{service_type}/plans/{service_plan}/clouds/{cloud}",
                "ProjectServicePlanPriceGet",
                this::price);
    }

    private Reply planSpecs(Call call) {
        return inProject(call, () -> {
            TypeOffer type = type(call);
            return Reply.ok(json().planSpecs(type, type.plan(call.path("service_plan"))));
        });
    }

    private Reply price(Call call) {
        return inProject(call, () -> {
            TypeOffer type = type(call);
            CloudOffer cloud = Catalogue.get().cloud(call.path("cloud"));
            PlanOffer plan = type.plan(call.path("service_plan"), cloud);
            ObjectNode price = json().price(type, plan, cloud);
            return Reply.ok(price);
        });
    }

    private Reply allServiceTypes() {
        if (serviceTypes.isEmpty()) {
            serviceTypes = Optional.of(bodies.write(json().serviceTypes()));
        }
        return new Reply.Text(serviceTypes.get());
    }

    private Reply inProject(Call call, Supplier<Reply> answer) {
        platform.project(call.project());
        return answer.get();
    }

    private static TypeOffer type(Call call) {
        return Catalogue.get().type(call.path("service_type"));
    }

    private static CatalogueJson json() {
        return new CatalogueJson(Catalogue.get());
    }
}
