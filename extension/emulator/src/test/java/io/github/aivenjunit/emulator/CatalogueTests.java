package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CatalogueTests {

    private static final String TYPES = "/project/orders/service-types";

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator();

    @BeforeEach
    void createProject() {
        emulator.project("orders");
    }

    @Test
    void cloudsAreTheSameForEverybody() {
        JsonNode clouds = emulator.get("/clouds").at("/clouds");

        assertThat(clouds.findValuesAsText("cloud_name"))
                .contains("google-europe-west1", "aws-eu-west-1", "azure-westeurope", "do-ams", "upcloud-fi-hel")
                .hasSizeGreaterThanOrEqualTo(30)
                .doesNotHaveDuplicates();
        assertThat(emulator.get("/project/orders/clouds").at("/clouds")).isEqualTo(clouds);
        assertThat(emulator.get("/project/nobody/clouds").status()).isEqualTo(404);
    }

    @Test
    void theLargeListHoldsEveryTypeWithPricedPlans() {
        JsonNode types = emulator.get("/service_types").at("/service_types");

        List<String> names = new ArrayList<>();
        types.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "alloydbomni",
                        "clickhouse",
                        "dragonfly",
                        "flink",
                        "grafana",
                        "kafka",
                        "kafka_connect",
                        "kafka_mirrormaker",
                        "mysql",
                        "opensearch",
                        "pg",
                        "thanos",
                        "valkey");
        for (JsonNode type : types) {
            for (JsonNode plan : type.path("service_plans")) {
                assertThat(plan.path("service_plan").asText()).matches("[a-z][a-z0-9_-]*[a-z0-9]");
                assertThat(plan.path("regions"))
                        .as(plan.path("service_plan").asText())
                        .isNotEmpty();
                plan.path("regions")
                        .forEach(region -> assertThat(
                                        new BigDecimal(region.path("price_usd").textValue()))
                                .isNotNegative());
            }
        }
        assertThat(emulator.get("/project/orders/service_types").at("/service_types"))
                .isEqualTo(types);
    }

    @Test
    void theLightListLeadsToPlansAndPrices() {
        assertThat(emulator.get(TYPES).at("/pg/default_version").asText()).isEqualTo("17");
        assertThat(emulator.get(TYPES + "/pg").json())
                .isEqualTo(emulator.get(TYPES).at("/pg"));
        JsonNode plans = emulator.get(TYPES + "/pg/plans").at("/service_plans");
        assertThat(plans.findValuesAsText("service_plan"))
                .contains("free-1-5gb", "hobbyist", "startup-4", "business-8", "premium-16");
        JsonNode specs = emulator.get(TYPES + "/pg/plans/business-8").json();
        assertThat(specs.path("node_count").asInt()).isEqualTo(2);
        assertThat(specs.at("/backup_config/recovery_mode").asText()).isEqualTo("pitr");
        JsonNode price = emulator.get("/project/orders/pricing/service-types/pg/plans/startup-4/clouds/aws-eu-west-1")
                .json();
        assertThat(price.path("base_price_usd").textValue()).isEqualTo("0.1380");
        assertThat(price.path("cloud_name").asText()).isEqualTo("aws-eu-west-1");
    }

    @Test
    void whatIsNotOfferedIsRefused() {
        assertThat(emulator.get(TYPES + "/postgres").text())
                .isEqualTo("{\"errors\":[{\"message\":\"Invalid service type 'postgres'\",\"status\":400,"
                        + "\"error_code\":\"invalid_service_type\"}],\"message\":\"Invalid service type 'postgres'\"}");
        assertThat(emulator.get(TYPES + "/pg/plans/huge").message())
                .isEqualTo("400 Invalid plan 'huge' for service type 'pg'");
        assertThat(emulator.get("/project/orders/pricing/service-types/pg/plans/premium-4/clouds/do-ams")
                        .message())
                .isEqualTo("400 Invalid plan 'premium-4' for service type 'pg'");
        assertThat(emulator.get("/project/orders/pricing/service-types/pg/plans/premium-4/clouds/mars")
                        .message())
                .isEqualTo("400 Invalid cloud 'mars'");
    }

    @Test
    void versionsAreListed() {
        assertThat(emulator.get("/service_versions").at("/service_versions").findValuesAsText("major_version"))
                .contains("14", "18", "4.1");
    }
}
