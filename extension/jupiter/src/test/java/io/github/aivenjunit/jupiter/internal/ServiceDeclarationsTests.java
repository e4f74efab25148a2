package io.github.aivenjunit.jupiter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.model.UserConfig;
import io.github.aivenjunit.jupiter.AivenAlloyDbOmni;
import io.github.aivenjunit.jupiter.AivenClickHouse;
import io.github.aivenjunit.jupiter.AivenDragonfly;
import io.github.aivenjunit.jupiter.AivenFlink;
import io.github.aivenjunit.jupiter.AivenGrafana;
import io.github.aivenjunit.jupiter.AivenKafkaConnect;
import io.github.aivenjunit.jupiter.AivenKafkaMirrorMaker;
import io.github.aivenjunit.jupiter.AivenMySql;
import io.github.aivenjunit.jupiter.AivenOpenSearch;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenThanos;
import io.github.aivenjunit.spec.ServiceResource;
import io.github.aivenjunit.spec.ServiceSpec;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every attribute of every annotation but those of {@link AnnotationReaderTests}, and its defaults. */
class ServiceDeclarationsTests {

    @Test
    void everyAttributeOfMySqlIsRead() {
        assertThat(services(EveryMySql.class))
                .containsExactly(
                        every("mysql", Map.of("mysql_version", "8.4", "service_log", true))
                                .databases("orders", "billing")
                                .build(),
                        ServiceSpec.builder("mysql", "hobbyist").build());
    }

    @AivenProject
    @AivenMySql(
            name = "one",
            plan = "business-4",
            version = "8.4",
            databases = {"orders", "billing"},
            cloud = "do-fra",
            userConfig = "{\"service_log\": true}",
            diskSpace = 2048,
            timeout = "30m")
    @AivenMySql
    static class EveryMySql {}

    @Test
    void everyAttributeOfOpenSearchIsRead() {
        assertThat(services(EveryOpenSearch.class))
                .containsExactly(
                        every("opensearch", Map.of("opensearch_version", "2", "service_log", true))
                                .build(),
                        ServiceSpec.builder("opensearch", "hobbyist").build());
    }

    @AivenProject
    @AivenOpenSearch(
            name = "one",
            plan = "business-4",
            version = "2",
            cloud = "do-fra",
            userConfig = "{\"service_log\": true}",
            diskSpace = 2048,
            timeout = "30m")
    @AivenOpenSearch
    static class EveryOpenSearch {}

    @Test
    void everyAttributeOfClickHouseIsRead() {
        assertThat(services(EveryClickHouse.class))
                .containsExactly(
                        every("clickhouse", Map.of("clickhouse_version", "25.3", "service_log", true))
                                .resource(new ServiceResource.ClickHouseDatabase("orders"))
                                .resource(new ServiceResource.ClickHouseDatabase("billing"))
                                .build(),
                        ServiceSpec.builder("clickhouse", "hobbyist").build());
    }

    @AivenProject
    @AivenClickHouse(
            name = "one",
            plan = "business-4",
            version = "25.3",
            databases = {"orders", "billing"},
            cloud = "do-fra",
            userConfig = "{\"service_log\": true}",
            diskSpace = 2048,
            timeout = "30m")
    @AivenClickHouse
    static class EveryClickHouse {}

    @Test
    void everyAttributeOfGrafanaIsRead() {
        assertThat(services(EveryGrafana.class))
                .containsExactly(
                        every("grafana", Map.of("service_log", true)).build(),
                        ServiceSpec.builder("grafana", "startup-1").build());
    }

    @AivenProject
    @AivenGrafana(
            name = "one",
            plan = "business-4",
            cloud = "do-fra",
            userConfig = "{\"service_log\": true}",
            diskSpace = 2048,
            timeout = "30m")
    @AivenGrafana
    static class EveryGrafana {}

    @Test
    void everyAttributeOfKafkaConnectIsRead() {
        assertThat(services(EveryKafkaConnect.class))
                .containsExactly(
                        every("kafka_connect", Map.of("service_log", true)).build(),
                        ServiceSpec.builder("kafka_connect", "startup-1").build());
    }

    @AivenProject
    @AivenKafkaConnect(
            name = "one",
            plan = "business-4",
            cloud = "do-fra",
            userConfig = "{\"service_log\": true}",
            diskSpace = 2048,
            timeout = "30m")
    @AivenKafkaConnect
    static class EveryKafkaConnect {}

    @Test
    void everyAttributeOfKafkaMirrorMakerIsRead() {
        assertThat(services(EveryKafkaMirrorMaker.class))
                .containsExactly(
                        every("kafka_mirrormaker", Map.of("service_log", true)).build(),
                        ServiceSpec.builder("kafka_mirrormaker", "startup-1").build());
    }

    @AivenProject
    @AivenKafkaMirrorMaker(
            name = "one",
            plan = "business-4",
            cloud = "do-fra",
            userConfig = "{\"service_log\": true}",
            diskSpace = 2048,
            timeout = "30m")
    @AivenKafkaMirrorMaker
    static class EveryKafkaMirrorMaker {}

    @Test
    void everyAttributeOfFlinkIsRead() {
        assertThat(services(EveryFlink.class))
                .containsExactly(
                        every("flink", Map.of("flink_version", "1.20", "service_log", true))
                                .build(),
                        ServiceSpec.builder("flink", "business-4").build());
    }

    @AivenProject
    @AivenFlink(
            name = "one",
            plan = "business-4",
            version = "1.20",
            cloud = "do-fra",
            userConfig = "{\"service_log\": true}",
            diskSpace = 2048,
            timeout = "30m")
    @AivenFlink
    static class EveryFlink {}

    @Test
    void everyAttributeOfDragonflyIsRead() {
        assertThat(services(EveryDragonfly.class))
                .containsExactly(
                        every("dragonfly", Map.of("service_log", true)).build(),
                        ServiceSpec.builder("dragonfly", "startup-4").build());
    }

    @AivenProject
    @AivenDragonfly(
            name = "one",
            plan = "business-4",
            cloud = "do-fra",
            userConfig = "{\"service_log\": true}",
            diskSpace = 2048,
            timeout = "30m")
    @AivenDragonfly
    static class EveryDragonfly {}

    @Test
    void everyAttributeOfThanosIsRead() {
        assertThat(services(EveryThanos.class))
                .containsExactly(
                        every("thanos", Map.of("service_log", true)).build(),
                        ServiceSpec.builder("thanos", "startup-4").build());
    }

    @AivenProject
    @AivenThanos(
            name = "one",
            plan = "business-4",
            cloud = "do-fra",
            userConfig = "{\"service_log\": true}",
            diskSpace = 2048,
            timeout = "30m")
    @AivenThanos
    static class EveryThanos {}

    @Test
    void everyAttributeOfAlloyDbOmniIsRead() {
        assertThat(services(EveryAlloyDbOmni.class))
                .containsExactly(
                        every("alloydbomni", Map.of("alloydbomni_version", "15", "service_log", true))
                                .databases("orders", "billing")
                                .build(),
                        ServiceSpec.builder("alloydbomni", "startup-4").build());
    }

    @AivenProject
    @AivenAlloyDbOmni(
            name = "one",
            plan = "business-4",
            version = "15",
            databases = {"orders", "billing"},
            cloud = "do-fra",
            userConfig = "{\"service_log\": true}",
            diskSpace = 2048,
            timeout = "30m")
    @AivenAlloyDbOmni
    static class EveryAlloyDbOmni {}

    @Test
    void theNewAnnotationsAreInheritedComposedAndRepeatedToo() {
        assertThat(services(Inheriting.class)).extracting(ServiceSpec::name).containsExactly("a", "b", "grafana");
    }

    @AivenProject
    @AivenMySql(name = "a")
    @AivenMySql(name = "b")
    @AivenGrafana
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface TeamPlatform {}

    @TeamPlatform
    static class Base {}

    static class Inheriting extends Base {}

    private static List<ServiceSpec> services(Class<?> testClass) {
        return AnnotationReader.read(testClass).orElseThrow().spec().services();
    }

    private static ServiceSpec.Builder every(String type, Map<String, Object> userConfig) {
        return ServiceSpec.builder(type, "business-4")
                .name("one")
                .cloud("do-fra")
                .userConfig(UserConfig.of(userConfig))
                .diskSpaceMb(2048)
                .timeout(Duration.ofMinutes(30));
    }
}
