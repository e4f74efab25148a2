package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.KafkaAcl;
import io.github.aivenjunit.emulator.engine.KafkaRefusalException;
import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Service;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Kafka's own access rules. They live in the broker, so those that clients made show too. */
final class NativeKafkaAclRoutes {

    private static final List<String> OPERATIONS = List.of(
            "All",
            "Alter",
            "AlterConfigs",
            "ClusterAction",
            "Create",
            "CreateTokens",
            "Delete",
            "Describe",
            "DescribeConfigs",
            "DescribeTokens",
            "IdempotentWrite",
            "Read",
            "Write");
    private static final List<String> RESOURCES =
            List.of("Cluster", "DelegationToken", "Group", "Topic", "TransactionalId", "User");
    private static final List<String> PATTERNS = List.of("LITERAL", "PREFIXED");
    private static final List<String> PERMISSIONS = List.of("ALLOW", "DENY");
    private static final Pattern PRINCIPAL = Pattern.compile("[A-Za-z]+:.+");
    private static final int LENGTH = 256;

    private final Platform platform;
    private final KafkaBrokers brokers;

    NativeKafkaAclRoutes(Platform platform) {
        this.platform = platform;
        this.brokers = new KafkaBrokers(platform);
    }

    void addTo(Routes routes) {
        String acls = "/project/{project}/service/{service_name}/kafka/acl";
        routes.add("GET", acls, "ServiceKafkaNativeAclList", this::list);
        routes.add("POST", acls, "ServiceKafkaNativeAclAdd", this::add);
        routes.add("GET", acls + "/{kafka_acl_id}", "ServiceKafkaNativeAclGet", this::get);
        routes.add("DELETE", acls + "/{kafka_acl_id}", "ServiceKafkaNativeAclDelete", this::delete);
    }

    private Reply list(Call call) {
        Service service = brokers.service(call);
        return afterLook(service, () -> {
            ObjectNode answer = Reply.object();
            answer.set("acl", KafkaJson.aivenAcls(service));
            answer.set("kafka_acl", KafkaJson.nativeAcls(service));
            return Reply.ok(answer);
        });
    }

    private Reply get(Call call) {
        Service service = brokers.service(call);
        String id = call.path("kafka_acl_id");
        return afterLook(service, () -> answer(id, known(service, id)));
    }

    private Reply add(Call call) {
        Service service = brokers.service(call);
        KafkaAcl acl = read(call.input());
        KafkaServer broker = brokers.broker(service);
        return new Reply.Deferred(() -> service.kafka().inTurn(() -> {
            look(service, broker);
            platform.locked(() -> {
                if (service.kafka().nativeAcls().containsValue(acl)) {
                    throw Refusal.of(409, "Identical ACL entry already exists");
                }
                return true;
            });
            create(broker, acl);
            return platform.locked(() -> {
                String id = platform.identifiers().aclId();
                service.kafka().nativeAcls().put(id, acl);
                service.touch(platform.now());
                return answer(id, acl);
            });
        }));
    }

    private Reply delete(Call call) {
        Service service = brokers.service(call);
        String id = call.path("kafka_acl_id");
        KafkaServer broker = brokers.broker(service);
        return new Reply.Deferred(() -> service.kafka().inTurn(() -> {
            look(service, broker);
            broker.deleteKafkaAcl(platform.locked(() -> known(service, id)));
            return platform.locked(() -> {
                service.kafka().nativeAcls().remove(id);
                service.touch(platform.now());
                return Reply.message("deleted");
            });
        }));
    }

    /** Answers with what the broker has now; with what was known last while it is down. */
    private Reply afterLook(Service service, Supplier<Reply> answer) {
        Optional<KafkaServer> broker = service.isServing() ? Optional.of(brokers.broker(service)) : Optional.empty();
        return new Reply.Deferred(() -> {
            if (broker.isPresent()) {
                service.kafka().inTurn(() -> {
                    look(service, broker.get());
                    return true;
                });
            }
            return platform.locked(answer);
        });
    }

    private void look(Service service, KafkaServer broker) throws IOException {
        Collection<KafkaAcl> found = broker.kafkaAcls();
        platform.locked(() -> {
            service.kafka().takeOver(found, platform.identifiers()::aclId);
            return true;
        });
    }

    private static void create(KafkaServer broker, KafkaAcl acl) throws IOException {
        try {
            broker.createKafkaAcl(acl);
        } catch (KafkaRefusalException e) {
            throw Refusal.of(400, String.valueOf(e.getMessage()));
        }
    }

    private static KafkaAcl read(Input input) {
        return new KafkaAcl(
                principal(input),
                input.text("host", LENGTH).orElse("*"),
                choice(input, "resource_type", RESOURCES),
                input.requiredText("resource_name", LENGTH),
                choice(input, "pattern_type", PATTERNS),
                choice(input, "operation", OPERATIONS),
                choice(input, "permission_type", PERMISSIONS));
    }

    private static String principal(Input input) {
        input.requiredText("principal", LENGTH);
        return input.text("principal", LENGTH, PRINCIPAL).orElseThrow();
    }

    private static String choice(Input input, String name, List<String> allowed) {
        input.requiredText(name, LENGTH);
        return input.oneOf(name, allowed).orElseThrow();
    }

    private static KafkaAcl known(Service service, String id) {
        return Optional.ofNullable(service.kafka().nativeAcls().get(id))
                .orElseThrow(() -> Refusal.of(404, "service_acl_not_found", "ACL entry '" + id + "' does not exist"));
    }

    private static Reply answer(String id, KafkaAcl acl) {
        ObjectNode answer = Reply.object();
        answer.set("acl", KafkaJson.nativeAcl(id, acl));
        return Reply.ok(answer);
    }
}
