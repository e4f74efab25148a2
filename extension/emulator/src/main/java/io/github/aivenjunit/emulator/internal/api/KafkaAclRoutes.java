package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.kafka.AclEntry;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.ServerChange;
import io.github.aivenjunit.emulator.internal.state.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Aiven's own access rules for Kafka. Every answer is the whole list. They belong to the control plane, so they can be
 * changed at any time; a broker that is down gets them at its next start.
 *
 * <p>Unlike on Aiven, the administrator keeps all rights when the rule {@code default} is deleted.
 */
final class KafkaAclRoutes {

    private static final List<String> PERMISSIONS = List.of("admin", "read", "readwrite", "write");
    private static final int TOPIC_LENGTH = 249;
    private static final int USER_LENGTH = 64;

    /** Our own choice: Aiven refuses too many, but tells no number. */
    private static final int MOST_RULES = 1000;

    private final Platform platform;
    private final KafkaBrokers brokers;

    KafkaAclRoutes(Platform platform) {
        this.platform = platform;
        this.brokers = new KafkaBrokers(platform);
    }

    void addTo(Routes routes) {
        String acls = "/project/{project}/service/{service_name}/acl";
        routes.add("GET", acls, "ServiceKafkaAclList", call -> list(brokers.service(call)));
        routes.add("POST", acls, "ServiceKafkaAclAdd", this::add);
        routes.add("DELETE", acls + "/{kafka_acl_id}", "ServiceKafkaAclDelete", this::delete);
    }

    private static Reply list(Service service) {
        ObjectNode answer = Reply.object();
        answer.set("acl", KafkaJson.aivenAcls(service));
        return Reply.ok(answer);
    }

    private Reply add(Call call) {
        Service service = brokers.service(call);
        Input input = call.input();
        input.requiredText("permission", USER_LENGTH);
        AclEntry added = new AclEntry(
                platform.identifiers().aclId(),
                input.oneOf("permission", PERMISSIONS).orElseThrow(),
                input.requiredFilledText("topic", TOPIC_LENGTH),
                input.requiredFilledText("username", USER_LENGTH));
        return change(service, before -> {
            if (before.size() >= MOST_RULES) {
                throw Refusal.of(400, "service_acl_too_many", "Too many ACL entries");
            }
            List<AclEntry> after = new ArrayList<>(before);
            after.add(added);
            return after;
        });
    }

    private Reply delete(Call call) {
        Service service = brokers.service(call);
        String id = call.path("kafka_acl_id");
        return change(service, before -> {
            List<AclEntry> after = new ArrayList<>(before);
            if (!after.removeIf(entry -> entry.id().equals(id))) {
                throw Refusal.of(404, "service_acl_not_found", "ACL entry '" + id + "' does not exist");
            }
            return after;
        });
    }

    private Reply change(Service service, UnaryOperator<List<AclEntry>> change) {
        return new Reply.Deferred(() -> service.kafka().inTurn(() -> {
            List<AclEntry> before = platform.locked(() -> service.kafka().acls());
            Optional<KafkaServer> broker = platform.locked(() -> {
                service.kafka().replaceAcls(change.apply(before));
                Optional<KafkaServer> accepting = KafkaBrokers.accepting(service);
                if (accepting.isEmpty()) {
                    service.atStart(atStart(service));
                }
                return accepting;
            });
            if (broker.isPresent()) {
                enforce(service, broker.get(), before);
            }
            return platform.locked(() -> {
                service.touch(platform.now());
                return list(service);
            });
        }));
    }

    /** The latest rules at that time, whatever was added in between. */
    private ServerChange<KafkaServer> atStart(Service service) {
        return new ServerChange<>(
                KafkaServer.class, server -> server.replaceAivenAcls(platform.locked(service.kafka()::aclRules)));
    }

    private void enforce(Service service, KafkaServer broker, List<AclEntry> before) throws IOException {
        try {
            broker.replaceAivenAcls(platform.locked(service.kafka()::aclRules));
        } catch (IOException unreachable) {
            platform.locked(() -> {
                service.kafka().replaceAcls(before);
                return true;
            });
            throw unreachable;
        }
    }
}
