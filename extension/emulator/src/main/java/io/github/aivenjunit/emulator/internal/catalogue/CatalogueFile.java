package io.github.aivenjunit.emulator.internal.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.aivenjunit.emulator.internal.input.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code catalogue.json} and {@code user-config.json}. */
final class CatalogueFile {

    Catalogue read() {
        JsonMapper mapper = new JsonMapper();
        JsonNode offers = parse(mapper, "catalogue.json");
        JsonNode schemas = parse(mapper, "user-config.json");
        Map<String, CloudOffer> clouds = new LinkedHashMap<>();
        for (JsonNode cloud : offers.path("clouds")) {
            clouds.put(cloud.path("name").asText(), cloud(cloud));
        }
        Map<String, TypeOffer> types = new LinkedHashMap<>();
        offers.path("types")
                .properties()
                .forEach(type ->
                        types.put(type.getKey(), type(type.getKey(), type.getValue(), schemas.path(type.getKey()))));
        return new Catalogue(Collections.unmodifiableMap(clouds), Collections.unmodifiableMap(types));
    }

    private static JsonNode parse(JsonMapper mapper, String name) {
        try (InputStream file = CatalogueFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(
                        "The emulator's jar lacks " + name + ". Rebuild it, or check what repackaged it.");
            }
            return mapper.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CloudOffer cloud(JsonNode json) {
        return new CloudOffer(
                json.path("name").asText(),
                json.path("description").asText(),
                json.path("provider").asText(),
                json.path("provider_description").asText(),
                json.path("region").asText(),
                json.path("latitude").asDouble(),
                json.path("longitude").asDouble(),
                new BigDecimal(json.path("price_factor").asText()));
    }

    private static TypeOffer type(String code, JsonNode json, JsonNode schema) {
        Map<String, PlanOffer> plans = new LinkedHashMap<>();
        for (JsonNode plan : json.path("plans")) {
            plans.put(plan.path("name").asText(), plan(plan));
        }
        return new TypeOffer(
                code,
                json.path("description").asText(),
                texts(json.path("versions")),
                json.path("default_version").asText(),
                json.path("admin").asText(),
                json.has("database") ? Optional.of(json.path("database").asText()) : Optional.empty(),
                json.path("users").asBoolean(),
                json.path("databases").asBoolean(),
                json.path("first_backup").asBoolean(),
                json.path("node_roles").asBoolean(),
                texts(json.path("components")),
                Collections.unmodifiableMap(plans),
                new Schema(schema));
    }

    private static PlanOffer plan(JsonNode json) {
        Set<String> providers = new HashSet<>(texts(json.path("providers")));
        return new PlanOffer(
                json.path("name").asText(),
                json.path("nodes").asInt(),
                json.path("cpu").asInt(),
                json.path("memory_mb").asInt(),
                json.path("disk_mb").asInt(),
                json.path("disk_cap_mb").asInt(),
                new BigDecimal(json.path("price").asText()),
                providers);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return List.copyOf(texts);
    }
}
