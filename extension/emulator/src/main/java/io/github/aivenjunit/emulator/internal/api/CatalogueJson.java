package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.catalogue.Catalogue;
import io.github.aivenjunit.emulator.internal.catalogue.CloudOffer;
import io.github.aivenjunit.emulator.internal.catalogue.PlanOffer;
import io.github.aivenjunit.emulator.internal.catalogue.TypeOffer;

/** What can be ordered. */
final class CatalogueJson {

    private final Catalogue catalogue;

    CatalogueJson(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    ObjectNode clouds() {
        ObjectNode json = Reply.object();
        catalogue
                .clouds()
                .forEach(cloud -> json.withArray("clouds")
                        .addObject()
                        .put("cloud_description", cloud.description())
                        .put("cloud_name", cloud.name())
                        .put("geo_latitude", cloud.latitude())
                        .put("geo_longitude", cloud.longitude())
                        .put("geo_region", cloud.region())
                        .put("provider", cloud.provider())
                        .put("provider_description", cloud.providerDescription()));
        return json;
    }

    /** The large answer: every type with every plan in every cloud. */
    ObjectNode serviceTypes() {
        ObjectNode json = Reply.object();
        ObjectNode types = json.putObject("service_types");
        catalogue.types().forEach(type -> types.set(type.code(), type(type).setAll(plans(type, true))));
        return json;
    }

    /** The light answer: the types at top level, without plans. */
    ObjectNode serviceTypeMap() {
        ObjectNode json = Reply.object();
        catalogue.types().forEach(type -> json.set(type.code(), type(type)));
        return json;
    }

    ObjectNode type(TypeOffer type) {
        ObjectNode json = Reply.object()
                .put("default_version", type.defaultVersion())
                .put("description", type.description())
                .put(
                        "latest_available_version",
                        type.versions().get(type.versions().size() - 1));
        json.set("user_config_schema", type.userConfig().json());
        return json;
    }

    ObjectNode plans(TypeOffer type, boolean withPrices) {
        ObjectNode json = Reply.object();
        type.plans().values().forEach(plan -> {
            ObjectNode offer = json.withArray("service_plans")
                    .addObject()
                    .put("node_count", plan.nodes())
                    .put("service_plan", plan.name())
                    .put("service_type", type.code());
            offer.set("backup_config", backups(type));
            ObjectNode regions = offer.putObject("regions");
            catalogue.clouds().stream().filter(plan::offeredIn).forEach(cloud -> {
                ObjectNode region = regions.putObject(cloud.name())
                        .put("disk_space_cap_mb", plan.diskCapMb())
                        .put("disk_space_mb", plan.diskMb())
                        .put("disk_space_step_mb", PlanOffer.DISK_STEP_MB)
                        .put("node_cpu_count", plan.cpus())
                        .put("node_memory_mb", plan.memoryMb());
                if (withPrices) {
                    region.put("price_usd", plan.hourlyPrice(cloud).toPlainString());
                }
            });
        });
        return json;
    }

    ObjectNode planSpecs(TypeOffer type, PlanOffer plan) {
        ObjectNode json = Reply.object()
                .put("disk_space_cap_mb", plan.diskCapMb())
                .put("disk_space_mb", plan.diskMb())
                .put("disk_space_step_mb", PlanOffer.DISK_STEP_MB)
                .put("node_count", plan.nodes())
                .put("service_plan", plan.name())
                .put("service_type", type.code());
        json.set("backup_config", backups(type));
        return json;
    }

    ObjectNode price(TypeOffer type, PlanOffer plan, CloudOffer cloud) {
        return Reply.object()
                .put("base_price_usd", plan.hourlyPrice(cloud).toPlainString())
                .put("cloud_name", cloud.name())
                .put("extra_disk_price_per_gb_usd", "0.0004")
                .put("object_storage_gb_price_usd", "0")
                .put("service_plan", plan.name())
                .put("service_type", type.code());
    }

    ObjectNode versions() {
        ObjectNode json = Reply.object();
        catalogue
                .types()
                .forEach(type -> type.versions()
                        .forEach(version -> json.withArray("service_versions")
                                .addObject()
                                .put("major_version", version)
                                .put("service_type", type.code())
                                .put("state", "available")));
        return json;
    }

    private static ObjectNode backups(TypeOffer type) {
        return Reply.object()
                .put("interval", type.backsUpFirst() ? 24 : 0)
                .put("max_count", type.backsUpFirst() ? 2 : 0)
                .put("recovery_mode", type.backsUpFirst() ? "pitr" : "basic");
    }
}
