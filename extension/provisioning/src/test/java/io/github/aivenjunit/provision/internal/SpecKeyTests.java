package io.github.aivenjunit.provision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.model.UserConfig;
import io.github.aivenjunit.config.ConfigSource;
import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.spec.Isolation;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.Scope;
import io.github.aivenjunit.spec.ServiceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which classes share a project. */
class SpecKeyTests {

    private static final ServiceSpec KAFKA =
            ServiceSpec.builder("kafka", "startup-2").build();

    @Test
    void labelAndOrderMakeNoDifference() {
        ProjectSpec one = spec("OrderTest").service(pg("orders")).service(KAFKA).build();
        ProjectSpec other =
                spec("BillingTest").service(KAFKA).service(pg("orders")).build();

        assertThat(key("1", one)).isEqualTo(key("1", other)).matches("[0-9a-f]{32}");
    }

    static List<UnaryOperator<ProjectSpec.Builder>> differences() {
        return List.of(
                spec -> spec.cloud("aws-eu-west-1"),
                spec -> spec.organization("org1"),
                spec -> spec.tag("team", "shop"),
                spec -> spec.expiresAfter(Duration.ofHours(1)),
                spec -> spec.timeout(Duration.ofMinutes(9)),
                spec -> spec.isolation(Isolation.PER_CLASS),
                spec -> spec.service(KAFKA));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void everythingElseDoes(UnaryOperator<ProjectSpec.Builder> difference) {
        ProjectSpec plain = spec("OrderTest").service(pg("orders")).build();
        ProjectSpec different =
                difference.apply(spec("OrderTest").service(pg("orders"))).build();

        assertThat(key("1", different)).isNotEqualTo(key("1", plain));
    }

    @Test
    void whatIsInAServiceMakesADifference() {
        ServiceSpec set = ServiceSpec.builder("pg", "startup-4")
                .userConfig(UserConfig.of(Map.of("pg", Map.of("log_temp_files", 1))))
                .build();

        assertThat(List.of(pg("orders"), pg("billing"), pg("orders", "billing"), set).stream()
                        .map(service ->
                                key("1", spec("OrderTest").service(service).build())))
                .doesNotHaveDuplicates();
    }

    @Test
    void anotherRunSharesNothing() {
        ProjectSpec spec = spec("OrderTest").service(KAFKA).build();

        assertThat(key("1", spec)).isNotEqualTo(key("2", spec));
    }

    @Test
    void whatIsDeclaredForEachClassIsNotCommon() {
        ProjectSpec one = spec("OrderTest")
                .isolation(Isolation.PER_CLASS)
                .service(pg("orders"))
                .build();
        ProjectSpec other = spec("BillingTest")
                .isolation(Isolation.PER_CLASS)
                .service(pg("billing"))
                .build();

        assertThat(ClassSpace.common(one, Configuration.of(List.of()).resolve(one)))
                .isEqualTo(ClassSpace.common(other, Configuration.of(List.of()).resolve(other))
                        .withLabel("OrderTest"));
    }

    private static ServiceSpec pg(String... databases) {
        return ServiceSpec.builder("pg", "startup-4").databases(databases).build();
    }

    private static ProjectSpec.Builder spec(String label) {
        return ProjectSpec.builder(label).scope(Scope.RUN);
    }

    private static String key(String run, ProjectSpec spec) {
        return SpecKey.of(
                run,
                Configuration.of(List.of(ConfigSource.configurationParameters(key -> Optional.empty())))
                        .resolve(spec),
                spec);
    }
}
