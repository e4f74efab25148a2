package io.github.aivenjunit.jupiter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.aivenjunit.client.model.UserConfig;
import io.github.aivenjunit.jupiter.AivenKafka;
import io.github.aivenjunit.jupiter.AivenKafkaAcl;
import io.github.aivenjunit.jupiter.AivenKafkaNativeAcl;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenTopic;
import io.github.aivenjunit.spec.KafkaOperation;
import io.github.aivenjunit.spec.KafkaPatternType;
import io.github.aivenjunit.spec.KafkaPermission;
import io.github.aivenjunit.spec.KafkaPermissionType;
import io.github.aivenjunit.spec.KafkaResourceType;
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
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class KafkaDeclarationTests {

    @Test
    void everyAttributeIsRead() {
        assertThat(services(EveryAttribute.class))
                .containsExactly(ServiceSpec.builder("kafka", "business-4")
                        .name("orders")
                        .cloud("do-fra")
                        .users("alice")
                        .resource(ServiceResource.Topic.of("orders")
                                .withPartitions(3)
                                .withReplication(2)
                                .withConfig("retention.ms", "3600000")
                                .withConfig("cleanup.policy", "compact"))
                        .topics("plain")
                        .resource(new ServiceResource.KafkaAccess("alice", KafkaPermission.READ, "orders"))
                        .resource(new ServiceResource.KafkaNativeAcl(
                                "User:alice",
                                KafkaOperation.WRITE,
                                KafkaResourceType.GROUP,
                                "orders-",
                                KafkaPatternType.PREFIXED,
                                KafkaPermissionType.DENY,
                                "10.0.0.1"))
                        .resource(new ServiceResource.KafkaNativeAcl(
                                "User:*",
                                KafkaOperation.DESCRIBE,
                                KafkaResourceType.TOPIC,
                                "orders",
                                KafkaPatternType.LITERAL,
                                KafkaPermissionType.ALLOW,
                                "*"))
                        .userConfig(UserConfig.of(Map.of(
                                "kafka_version",
                                "4.0",
                                "kafka_authentication_methods",
                                Map.of("certificate", false, "sasl", true),
                                "schema_registry",
                                true,
                                "kafka_rest",
                                true)))
                        .diskSpaceMb(204_800)
                        .timeout(Duration.ofMinutes(30))
                        .build());
    }

    @AivenProject
    @AivenKafka(
            name = "orders",
            plan = "business-4",
            version = "4.0",
            topics = {
                @AivenTopic(
                        name = "orders",
                        partitions = 3,
                        replication = 2,
                        config = {"retention.ms=3600000", "cleanup_policy = compact"}),
                @AivenTopic(name = "plain")
            },
            users = "alice",
            acls = @AivenKafkaAcl(user = "alice", permission = KafkaPermission.READ, topic = "orders"),
            nativeAcls = {
                @AivenKafkaNativeAcl(
                        principal = "User:alice",
                        operation = KafkaOperation.WRITE,
                        resourceType = KafkaResourceType.GROUP,
                        resource = "orders-",
                        patternType = KafkaPatternType.PREFIXED,
                        permissionType = KafkaPermissionType.DENY,
                        host = "10.0.0.1"),
                @AivenKafkaNativeAcl(principal = "User:*", operation = KafkaOperation.DESCRIBE, resource = "orders")
            },
            sasl = true,
            schemaRegistry = true,
            rest = true,
            cloud = "do-fra",
            userConfig = "{\"kafka_authentication_methods\": {\"certificate\": false}}",
            diskSpace = 204_800,
            timeout = "30m")
    static class EveryAttribute {}

    @Test
    void whatIsNotSetIsLeftToAiven() {
        assertThat(services(Inheriting.class))
                .containsExactly(
                        ServiceSpec.builder("kafka", "startup-2").build(),
                        ServiceSpec.builder("kafka", "startup-2").name("second").build());
    }

    @AivenProject
    @AivenKafka
    @AivenKafka(name = "second")
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface TwoKafkas {}

    @TwoKafkas
    static class Base {}

    static class Inheriting extends Base {}

    @Test
    void aSettingWithoutAValueIsRefused() {
        assertThatExceptionOfType(ExtensionConfigurationException.class)
                .isThrownBy(() -> services(NoValue.class))
                .withMessage("Cannot provision for " + NoValue.class.getName()
                        + ". Attribute 'config' of topic 'orders' has 'retention.ms'. Write each setting as"
                        + " \"key=value\".");
    }

    @AivenProject
    @AivenKafka(topics = @AivenTopic(name = "orders", config = "retention.ms"))
    static class NoValue {}

    private static List<ServiceSpec> services(Class<?> declaring) {
        return AnnotationReader.read(declaring).orElseThrow().spec().services();
    }
}
