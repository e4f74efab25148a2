package io.github.aivenjunit.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.UserConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectSpecTests {

    private static final ServiceSpec PG = ServiceSpec.builder("pg", "startup-4").build();

    @Test
    void aProjectLeavesEverythingToTheConfiguration() {
        assertThat(ProjectSpec.builder("OrderFlowTest").build())
                .isEqualTo(new ProjectSpec(
                        "OrderFlowTest",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void theBuilderSetsEverything() {
        ServiceSpec cache = ServiceSpec.builder("valkey", "hobbyist").build();
        ProjectSpec spec = ProjectSpec.builder("OrderFlowTest")
                .cloud("aws-eu-west-1")
                .organization("org1")
                .existing("shop-ci")
                .tag("team", "shop")
                .tag("cost-centre", "4711")
                .expiresAfter(Duration.ofHours(1))
                .keep(Keep.ON_FAILURE)
                .timeout(Duration.ofMinutes(9))
                .requireCloud(true)
                .scope(Scope.RUN)
                .isolation(Isolation.PER_CLASS)
                .service(PG)
                .service(cache)
                .build();

        assertThat(spec)
                .isEqualTo(new ProjectSpec(
                        "OrderFlowTest",
                        Optional.of("aws-eu-west-1"),
                        Optional.of("org1"),
                        Optional.of("shop-ci"),
                        Map.of("team", "shop", "cost-centre", "4711"),
                        Optional.of(Duration.ofHours(1)),
                        Optional.of(Keep.ON_FAILURE),
                        Optional.of(Duration.ofMinutes(9)),
                        Optional.of(true),
                        Optional.of(Scope.RUN),
                        Optional.of(Isolation.PER_CLASS),
                        List.of(PG, cache)));
    }

    @Test
    void anotherLabelChangesNothingElse() {
        ProjectSpec.Builder builder =
                ProjectSpec.builder("OrderFlowTest").cloud("aws-eu-west-1").service(PG);
        ProjectSpec spec = builder.build();

        assertThat(spec.withLabel("Other"))
                .isEqualTo(new ProjectSpec(
                        "Other",
                        spec.cloud(),
                        spec.organization(),
                        spec.existing(),
                        spec.tags(),
                        spec.expiresAfter(),
                        spec.keep(),
                        spec.timeout(),
                        spec.requireCloud(),
                        spec.scope(),
                        spec.isolation(),
                        spec.services()));
    }

    @Test
    void tagsAndServicesAreCopies() {
        Map<String, String> tags = new HashMap<>();
        List<ServiceSpec> services = new ArrayList<>();
        ProjectSpec spec = new ProjectSpec(
                "OrderFlowTest",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                tags,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                services);

        tags.put("late", "yes");
        services.add(PG);

        assertThat(spec.tags()).isEmpty();
        assertThat(spec.services()).isEmpty();
    }

    @Test
    void twoServicesNeedTwoNames() {
        ProjectSpec.Builder builder = ProjectSpec.builder("OrderFlowTest")
                .service(PG)
                .service(ServiceSpec.builder("valkey", "hobbyist").name("pg").build());

        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(builder::build)
                .withMessage(
                        "Two services are named 'pg'. Give each a name of its own with 'name', for example name = \"pg-2\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1st", "-a", "cost centre", "billing:team", "ä"})
    void otherTagKeysAreRefused(String key) {
        ProjectSpec.Builder builder = ProjectSpec.builder("OrderFlowTest").tag(key, "value");

        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(builder::build)
                .withMessage("Tag '" + key + "' is not allowed. Start the key of a tag with a letter and use at most 64"
                        + " letters, digits, '-' or '_'.");
    }

    @Test
    void tagKeysAndValuesHaveAtMostSixtyFourCharacters() {
        String longest = "k".repeat(64);

        assertThat(ProjectSpec.builder("OrderFlowTest")
                        .tag(longest, "v".repeat(64))
                        .build()
                        .tags())
                .containsOnlyKeys(longest);
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(() -> ProjectSpec.builder("OrderFlowTest")
                        .tag("k".repeat(65), "value")
                        .build());
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(() -> ProjectSpec.builder("OrderFlowTest")
                        .tag("team", "v".repeat(65))
                        .build())
                .withMessage("The value of tag 'team' has 65 characters. Use at most 64.");
    }

    @Test
    void theTextOfASpecHoldsNoValueOfAUserConfig() {
        ProjectSpec spec = ProjectSpec.builder("OrderFlowTest")
                .service(ServiceSpec.builder("pg", "startup-4")
                        .userConfig(UserConfig.parse("{\"admin_password\": \"canary-4711\"}"))
                        .build())
                .build();

        assertThat(spec.toString()).contains("OrderFlowTest").doesNotContain("canary-4711");
    }

    @Test
    void aCopyNeedsASourceInTheProject() {
        ProjectSpec.Builder spec = ProjectSpec.builder("T").service(copy("copy", "orders", "pg"));

        assertThatThrownBy(spec::build)
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("Service 'copy' is a copy of 'orders', and there is no such service. Set 'readReplicaOf' to"
                        + " the name of another service of the project.");
    }

    @Test
    void aCopyIsOfTheSourcesType() {
        ProjectSpec.Builder spec = ProjectSpec.builder("T")
                .service(
                        ServiceSpec.builder("mysql", "startup-4").name("orders").build())
                .service(copy("copy", "orders", "pg"));

        assertThatThrownBy(spec::build)
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("Service 'copy' (pg) cannot be a copy of 'orders' (mysql). Set 'readReplicaOf' to a service"
                        + " of the same type.");
    }

    @Test
    void aCopyIsNoCopyOfItself() {
        ProjectSpec.Builder spec =
                ProjectSpec.builder("T").service(copy("one", "two", "pg")).service(copy("two", "one", "pg"));

        assertThatThrownBy(spec::build)
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("Service 'one' is a copy of itself, by way of 'two'. Remove 'readReplicaOf' from one of"
                        + " them.");
    }

    private static ServiceSpec copy(String name, String source, String type) {
        return ServiceSpec.builder(type, "startup-4")
                .name(name)
                .origin(new ServiceOrigin.ReadReplica(source))
                .build();
    }
}
