package io.github.aivenjunit.emulator.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What the emulator says can be ordered. */
final class Catalogue {

    private static final List<String> COMMON = List.of("pg", "mysql", "kafka", "kafka", "kafka_connect", "valkey");

    private final Map<String, List<String>> plans = new TreeMap<>();

    Catalogue(JsonNode types) {
        types.properties().forEach(type -> {
            List<String> names = new ArrayList<>();
            type.getValue().path("service_plans").forEach(plan -> {
                if (plan.path("regions").has("google-europe-west1")) {
                    names.add(plan.path("service_plan").asText());
                }
            });
            plans.put(type.getKey(), names);
        });
    }

    /** Any type, and more often one that holds things. */
    String type(Random random) {
        List<String> all = random.nextBoolean() ? COMMON : List.copyOf(plans.keySet());
        return all.get(random.nextInt(all.size()));
    }

    String plan(String type, Random random) {
        List<String> all = plans.getOrDefault(type, List.of());
        return all.get(random.nextInt(all.size()));
    }
}
