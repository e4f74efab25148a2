package io.github.aivenjunit.jupiter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.model.UserConfig;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenService;
import io.github.aivenjunit.jupiter.AivenValkey;
import io.github.aivenjunit.spec.Keep;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.ServiceSpec;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnotationReaderTests {

    @Test
    void everyAttributeOfAProjectIsRead() {
        assertThat(AnnotationReader.read(EveryProjectAttribute.class))
                .contains(new ProjectDeclaration(
                        ProjectSpec.builder("EveryProjectAttribute")
                                .cloud("aws-eu-west-1")
                                .organization("org1")
                                .existing("shared")
                                .tag("team", "orders")
                                .tag("cost", "a=b")
                                .expiresAfter(Duration.ofMinutes(90))
                                .timeout(Duration.ofSeconds(90))
                                .keep(Keep.ON_FAILURE)
                                .requireCloud(true)
                                .build(),
                        true));
    }

    @AivenProject(
            cloud = "aws-eu-west-1",
            organization = "org1",
            existing = "shared",
            tags = {"team=orders", "cost = a=b"},
            expiresAfter = "90m",
            timeout = "PT90S",
            keep = Keep.ON_FAILURE,
            requireCloud = true,
            disabledWithoutToken = true)
    static class EveryProjectAttribute {}

    @Test
    void whatIsNotSetIsLeftToTheConfiguration() {
        assertThat(AnnotationReader.read(Nothing.class))
                .contains(new ProjectDeclaration(ProjectSpec.builder("Nothing").build(), false));
    }

    @AivenProject
    static class Nothing {}

    @Test
    void everyAttributeOfAServiceIsRead() {
        ProjectDeclaration declared =
                AnnotationReader.read(EveryServiceAttribute.class).orElseThrow();

        assertThat(declared.spec().services())
                .containsExactly(
                        ServiceSpec.builder("pg", "business-4")
                                .name("orders")
                                .cloud("do-fra")
                                .databases("orders", "billing")
                                .userConfig(UserConfig.of(Map.of("pg_version", "16", "timezone", "UTC")))
                                .diskSpaceMb(2048)
                                .timeout(Duration.ofMinutes(30))
                                .build(),
                        ServiceSpec.builder("valkey", "startup-4").build(),
                        ServiceSpec.builder("kafka_connect", "startup-4").build());
        assertThat(declared.spec().services().get(2).name()).isEqualTo("kafka-connect");
    }

    @AivenProject
    @AivenPostgres(
            name = "orders",
            plan = "business-4",
            version = "16",
            databases = {"orders", "billing"},
            cloud = "do-fra",
            userConfig = "{\"timezone\": \"UTC\"}",
            diskSpace = 2048,
            timeout = "30m")
    @AivenValkey
    @AivenService(type = "kafka_connect", plan = "startup-4")
    static class EveryServiceAttribute {}

    @Test
    void aClassWithoutOurAnnotationsDeclaresNothing() {
        assertThat(AnnotationReader.read(String.class)).isEmpty();
    }

    @Test
    void annotationsAreInheritedComposedAndRepeated() {
        ProjectDeclaration declared = AnnotationReader.read(Inheriting.class).orElseThrow();

        assertThat(declared.spec().label()).isEqualTo("Inheriting");
        assertThat(declared.spec().tags()).containsExactly(Map.entry("team", "orders"));
        assertThat(declared.spec().services()).extracting(ServiceSpec::name).containsExactly("one", "two");
    }

    @AivenProject(tags = "team=orders")
    @AivenPostgres(name = "one")
    @AivenPostgres(name = "two")
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface TeamPlatform {}

    @TeamPlatform
    static class Base {}

    static class Inheriting extends Base {}
}
