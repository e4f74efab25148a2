package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.jupiter.AivenKafka;
import io.github.aivenjunit.jupiter.AivenKafkaAcl;
import io.github.aivenjunit.jupiter.AivenKafkaNativeAcl;
import io.github.aivenjunit.jupiter.AivenTopic;
import io.github.aivenjunit.project.KafkaService;
import io.github.aivenjunit.spec.InvalidSpecException;
import io.github.aivenjunit.spec.ServiceResource;
import io.github.aivenjunit.spec.ServiceSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

final class KafkaDeclaration implements ServiceDeclaration<AivenKafka> {

    @Override
    public Class<AivenKafka> annotation() {
        return AivenKafka.class;
    }

    @Override
    public ServiceSpec read(AivenKafka declared) {
        ServiceSpec.Builder spec = new ServiceAttributes(
                        declared.name(),
                        declared.plan(),
                        declared.cloud(),
                        declared.userConfig(),
                        declared.diskSpace(),
                        declared.timeout())
                .spec(KafkaService.TYPE, typed(declared))
                .users(declared.users());
        for (AivenTopic topic : declared.topics()) {
            spec.resource(topic(topic));
        }
        for (AivenKafkaAcl acl : declared.acls()) {
            spec.resource(new ServiceResource.KafkaAccess(acl.user(), acl.permission(), acl.topic()));
        }
        for (AivenKafkaNativeAcl acl : declared.nativeAcls()) {
            spec.resource(new ServiceResource.KafkaNativeAcl(
                    acl.principal(),
                    acl.operation(),
                    acl.resourceType(),
                    acl.resource(),
                    acl.patternType(),
                    acl.permissionType(),
                    acl.host()));
        }
        return spec.build();
    }

    private static Map<String, Object> typed(AivenKafka declared) {
        Map<String, Object> typed = new HashMap<>();
        AttributeValues.text(declared.version()).ifPresent(version -> typed.put("kafka_version", version));
        if (declared.sasl()) {
            typed.put("kafka_authentication_methods", Map.of("sasl", true));
        }
        if (declared.schemaRegistry()) {
            typed.put("schema_registry", true);
        }
        if (declared.rest()) {
            typed.put("kafka_rest", true);
        }
        return typed;
    }

    private static ServiceResource.Topic topic(AivenTopic declared) {
        Map<String, String> config = new LinkedHashMap<>();
        for (String setting : declared.config()) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new InvalidSpecException("Attribute 'config' of topic '" + declared.name() + "' has '" + setting
                        + "'. Write each setting as \"key=value\".");
            }
            String key = setting.substring(0, equals).strip();
            if (config.put(key, setting.substring(equals + 1).strip()) != null) {
                throw new InvalidSpecException("Topic '" + declared.name() + "' has the setting '" + key
                        + "' twice. Remove one from 'config'.");
            }
        }
        return new ServiceResource.Topic(
                declared.name(),
                declared.partitions(),
                declared.replication() == 0 ? OptionalInt.empty() : OptionalInt.of(declared.replication()),
                config);
    }
}
