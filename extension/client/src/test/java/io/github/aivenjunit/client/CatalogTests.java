package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.Cloud;
import io.github.aivenjunit.client.model.PlanOffer;
import io.github.aivenjunit.client.model.PlanPrice;
import io.github.aivenjunit.client.model.PlanSpecs;
import io.github.aivenjunit.client.model.RegionOffer;
import io.github.aivenjunit.client.model.ServiceTypeOffer;
import io.github.aivenjunit.client.model.ServiceVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CatalogTests {

    private static final String PLANS = """
            {"service_plans": [{"service_plan": "startup-4", "service_type": "pg", "node_count": 1,
              "backup_config": {"interval": 24}, "max_memory_percent": 80,
              "regions": {"aws-eu-west-1": {"price_usd": "0.135", "node_cpu_count": 2, "node_memory_mb": 4096.0,
                "disk_space_mb": 81920, "disk_space_cap_mb": null}}}]}""";
    private static final PlanOffer STARTUP = new PlanOffer(
            "startup-4",
            "pg",
            Optional.of(1),
            Map.of(
                    "aws-eu-west-1",
                    new RegionOffer(
                            Optional.of(new BigDecimal("0.135")),
                            Optional.of(2),
                            Optional.of(4096L),
                            Optional.of(81920L),
                            Optional.empty())));

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void publicCloudsAreReadWithoutToken() throws InterruptedException {
        api.answers("""
                {"clouds": [{"cloud_name": "aws-eu-west-1", "cloud_description": "Ireland", "geo_region": "europe",
                  "geo_latitude": 53.35, "geo_longitude": -6.26, "provider": "aws", "provider_description": "AWS"},
                  {"cloud_name": "bare", "geo_region": "europe"}]}""");
        AivenClient client = AivenClient.builder().endpoint(api.endpoint()).build();

        try (client) {
            assertThat(client.catalog().clouds())
                    .containsExactly(
                            new Cloud(
                                    "aws-eu-west-1",
                                    "Ireland",
                                    "europe",
                                    Optional.of(53.35),
                                    Optional.of(-6.26),
                                    Optional.of("aws"),
                                    Optional.of("AWS")),
                            new Cloud(
                                    "bare",
                                    "",
                                    "europe",
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty()));
        }
        RecordedRequest request = api.received();
        assertThat(request.getTarget()).isEqualTo("/v1/clouds");
        assertThat(request.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void theTokenStaysAtHomeOnPublicEndpoints() throws InterruptedException {
        api.answers("{\"clouds\": []}").answers("{\"service_types\": {}}");
        AivenClient client = api.client();

        client.catalog().clouds();
        client.catalog().serviceTypes();

        assertThat(api.received().getHeaders().get("Authorization")).isNull();
        assertThat(api.received().getHeaders().get("Authorization")).isNull();
    }

    @Test
    void aProjectsCloudsAreReadWithToken() throws InterruptedException {
        api.answers("{\"clouds\": [{\"cloud_name\": \"own\", \"geo_region\": \"europe\"}]}");

        assertThat(api.client().catalog().clouds("p1"))
                .extracting(Cloud::cloudName)
                .containsExactly("own");
        api.received("GET", "/v1/project/p1/clouds");
    }

    @Test
    void serviceTypesAreReducedToWhatIsUsed() throws InterruptedException {
        api.answers("{\"service_types\": {\"pg\": {\"description\": \"PostgreSQL\", \"default_version\": \"17\","
                + "\"latest_available_version\": \"18\", \"user_config_schema\": {\"properties\": {\"deep\": [[1]]}},"
                + PLANS.substring(1, PLANS.length() - 1) + "}, \"odd\": null}}");

        assertThat(api.client().catalog().serviceTypes())
                .containsExactly(new ServiceTypeOffer(
                        "pg", "PostgreSQL", Optional.of("17"), Optional.of("18"), List.of(STARTUP)));
        assertThat(api.received().getTarget()).isEqualTo("/v1/service_types");
    }

    @Test
    void aProjectsServiceTypesStandAtTheTopBesideTheEnvelope() throws InterruptedException {
        api.answers("""
                {"pg": {"description": "PostgreSQL", "user_config_schema": {}}, "message": "fine", "errors": [],
                 "kafka": {"description": "Kafka"}}""");

        assertThat(api.client().catalog().serviceTypes("p1"))
                .containsExactly(
                        new ServiceTypeOffer("pg", "PostgreSQL", Optional.empty(), Optional.empty(), List.of()),
                        new ServiceTypeOffer("kafka", "Kafka", Optional.empty(), Optional.empty(), List.of()));
        api.received("GET", "/v1/project/p1/service-types");
    }

    @Test
    void plansSpecsAndPriceAreRead() throws InterruptedException {
        api.answers(PLANS).answers("""
                        {"service_plan": "startup-4", "service_type": "pg", "node_count": 1, "disk_space_mb": 81920,
                         "disk_space_cap_mb": 1048576, "disk_space_step_mb": 10240, "shard_count": 1,
                         "backup_config": {"interval": 24, "max_count": 3, "recovery_mode": "pitr"}}""").answers("""
                        {"base_price_usd": "0.1350", "cloud_name": "aws-eu-west-1", "service_plan": "startup-4",
                         "service_type": "pg", "extra_disk_price_per_gb_usd": "0.0003"}""");
        CatalogApi catalog = api.client().catalog();

        assertThat(catalog.plans("p1", "pg")).containsExactly(STARTUP);
        assertThat(catalog.planSpecs("p1", "pg", "startup-4"))
                .isEqualTo(new PlanSpecs(
                        "startup-4",
                        "pg",
                        Optional.of(1),
                        Optional.of(1),
                        Optional.of(81920L),
                        Optional.of(1048576L),
                        Optional.of(10240L)));
        assertThat(catalog.price("p1", "pg", "startup-4", "aws-eu-west-1"))
                .isEqualTo(new PlanPrice(
                        new BigDecimal("0.1350"),
                        "aws-eu-west-1",
                        "startup-4",
                        "pg",
                        Optional.of(new BigDecimal("0.0003")),
                        Optional.empty()));
        api.received("GET", "/v1/project/p1/service-types/pg/plans");
        api.received("GET", "/v1/project/p1/service-types/pg/plans/startup-4");
        api.received("GET", "/v1/project/p1/pricing/service-types/pg/plans/startup-4/clouds/aws-eu-west-1");
    }

    @Test
    void versionsAreReadWithoutAToken() throws InterruptedException {
        api.answers("""
                {"service_versions": [{"service_type": "pg", "major_version": "17", "state": "available",
                  "availability_start_time": "2024-10-01T00:00:00Z", "availability_end_time": null,
                  "aiven_end_of_life_time": "2029-11-08T00:00:00Z", "upstream_end_of_life_time": "soon",
                  "upgrade_to_service_type": "pg", "upgrade_to_version": "18"}, {}]}""");

        assertThat(api.client().catalog().serviceVersions())
                .containsExactly(
                        new ServiceVersion(
                                "pg",
                                "17",
                                "available",
                                Optional.of(Instant.parse("2024-10-01T00:00:00Z")),
                                Optional.empty(),
                                Optional.of(Instant.parse("2029-11-08T00:00:00Z")),
                                Optional.empty(),
                                Optional.of("pg"),
                                Optional.of("18")),
                        new ServiceVersion(
                                "",
                                "",
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        RecordedRequest request = api.received();
        assertThat(request.getTarget()).isEqualTo("/v1/service_versions");
        assertThat(request.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void aPriceIsNeverGuessed() {
        api.answers("{\"base_price_usd\": \"a lot\", \"service_plan\": \"startup-4\"}");

        assertThatThrownBy(() -> api.client().catalog().price("p1", "pg", "startup-4", "c"))
                .isInstanceOf(AivenApiException.MalformedAnswer.class);
    }
}
