package io.github.aivenjunit.jupiter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.UserConfig;
import io.github.aivenjunit.jupiter.AivenPool;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenService;
import io.github.aivenjunit.jupiter.AivenValkey;
import io.github.aivenjunit.spec.Keep;
import io.github.aivenjunit.spec.PoolMode;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.ServiceOrigin;
import io.github.aivenjunit.spec.ServiceResource;
import io.github.aivenjunit.spec.ServiceSpec;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

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
                                .users("reader")
                                .databases("orders", "billing")
                                .extensions("pg_trgm")
                                .resource(new ServiceResource.ConnectionPool(
                                        "web", "orders", PoolMode.SESSION, OptionalInt.of(5), Optional.of("reader")))
                                .resource(new ServiceResource.ConnectionPool(
                                        "plain",
                                        "defaultdb",
                                        PoolMode.TRANSACTION,
                                        OptionalInt.empty(),
                                        Optional.empty()))
                                .userConfig(UserConfig.of(Map.of("pg_version", "16", "timezone", "UTC")))
                                .diskSpaceMb(2048)
                                .timeout(Duration.ofMinutes(30))
                                .build(),
                        ServiceSpec.builder("pg", "startup-4")
                                .name("replica")
                                .origin(new ServiceOrigin.ReadReplica("orders"))
                                .build(),
                        ServiceSpec.builder("pg", "startup-4")
                                .name("fork")
                                .origin(new ServiceOrigin.Fork("orders"))
                                .build(),
                        ServiceSpec.builder("valkey", "startup-4")
                                .users("reader")
                                .build(),
                        ServiceSpec.builder("kafka_connect", "startup-4").build());
        assertThat(declared.spec().services().get(4).name()).isEqualTo("kafka-connect");
    }

    @AivenProject
    @AivenPostgres(
            name = "orders",
            plan = "business-4",
            version = "16",
            users = "reader",
            databases = {"orders", "billing"},
            extensions = "pg_trgm",
            pools = {
                @AivenPool(name = "web", database = "orders", mode = PoolMode.SESSION, size = 5, user = "reader"),
                @AivenPool(name = "plain")
            },
            cloud = "do-fra",
            userConfig = "{\"timezone\": \"UTC\"}",
            diskSpace = 2048,
            timeout = "30m")
    @AivenPostgres(name = "replica", readReplicaOf = "orders")
    @AivenPostgres(name = "fork", forkOf = "orders")
    @AivenValkey(users = "reader")
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

    @Test
    void aServiceHasOneOrigin() {
        assertThatThrownBy(() -> AnnotationReader.read(TwoOrigins.class))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("Cannot provision for " + TwoOrigins.class.getName()
                        + ". Service 'pg' has both 'readReplicaOf' and 'forkOf'. Remove one of them.");
    }

    @AivenProject
    @AivenPostgres(readReplicaOf = "orders", forkOf = "orders")
    static class TwoOrigins {}
}
