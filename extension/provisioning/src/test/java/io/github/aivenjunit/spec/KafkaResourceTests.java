package io.github.aivenjunit.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaResourceTests {

    @Test
    void aTopicHasOnePartitionAndLeavesTheRestToItsService() {
        assertThat(ServiceResource.Topic.of("orders"))
                .isEqualTo(new ServiceResource.Topic("orders", 1, OptionalInt.empty(), Map.of()));
        assertThat(ServiceResource.Topic.of("orders")
                        .withPartitions(3)
                        .withReplication(2)
                        .withConfig("retention.ms", "1")
                        .withConfig("retention_ms", "2"))
                .isEqualTo(new ServiceResource.Topic("orders", 3, OptionalInt.of(2), Map.of("retention.ms", "2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "...", ".a", "Orders_2-x.y", "_"})
    void kafkasTopicNamesAreAllowed(String name) {
        assertThat(ServiceResource.Topic.of(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a b", "a/b", "ä", "a*", "a\n"})
    void otherTopicNamesAreRefused(String name) {
        refuses(() -> ServiceResource.Topic.of(name))
                .withMessage("Topic name '" + name
                        + "' is not allowed. Use 1 to 249 letters, digits, '.', '_' or '-', and neither '.' nor '..'.");
    }

    @Test
    void topicNamesEndAt249Characters() {
        assertThat(ServiceResource.Topic.of("a".repeat(249)).name()).hasSize(249);
        refuses(() -> ServiceResource.Topic.of("a".repeat(250)));
    }

    @Test
    void aTopicHasAPartitionAndAReplica() {
        refuses(() -> ServiceResource.Topic.of("orders").withPartitions(0))
                .withMessage(
                        "Topic 'orders' has 0 partitions. Set 'partitions' to 1 or more, or leave it out for one.");
        refuses(() -> ServiceResource.Topic.of("orders").withReplication(0))
                .withMessage("Topic 'orders' has replication 0. Set 'replication' to 1 or more, or leave it out for the"
                        + " service's own.");
    }

    @Test
    void settingsHaveKafkasNamesOnce() {
        refuses(() -> ServiceResource.Topic.of("orders").withConfig("Retention", "1"))
                .withMessage("Topic 'orders' has a setting 'Retention'. Write the keys of 'config' as Kafka does, for"
                        + " example \"retention.ms\".");
        refuses(() -> new ServiceResource.Topic(
                        "orders", 1, OptionalInt.empty(), Map.of("retention.ms", "1", "retention_ms", "2")))
                .withMessage("Topic 'orders' has the setting 'retention.ms' twice. Remove one from 'config'.");
    }

    @Test
    void anAccessEntryHasAUserAndATopic() {
        refuses(() -> new ServiceResource.KafkaAccess("al ice", KafkaPermission.READ, "orders"))
                .withMessage(
                        "An entry of 'acls' has the user 'al ice'. Set 'user' to a name of 1 to 64 characters, or a"
                                + " pattern with '*' and '?'.");
        refuses(() -> new ServiceResource.KafkaAccess("alice", KafkaPermission.READ, ""))
                .withMessage(
                        "An entry of 'acls' has the topic ''. Set 'topic' to a name of 1 to 249 letters, digits, '.',"
                                + " '_' or '-', or a pattern with '*' and '?'.");
    }

    @Test
    void aNativeEntryHasAPrincipalAResourceAndAHost() {
        refuses(() -> nativeAcl("alice", "orders", "*"))
                .withMessage(
                        "An entry of 'nativeAcls' has the principal 'alice'. Set 'principal' to \"User:\" and a name,"
                                + " or to \"User:*\".");
        refuses(() -> nativeAcl("User:alice", " ", "*"))
                .withMessage(
                        "An entry of 'nativeAcls' of 'User:alice' has the resource ' '. Set 'resource' to a name of 1"
                                + " to 256 characters, or to \"*\".");
        refuses(() -> nativeAcl("User:alice", "orders", ""))
                .withMessage(
                        "An entry of 'nativeAcls' of 'User:alice' has the host ''. Set 'host' to an address, or leave"
                                + " it out for every one.");
    }

    @Test
    void entriesAreForTheAdminForDeclaredUsersAndForPatterns() {
        ServiceSpec spec = ServiceSpec.builder("kafka", "startup-2")
                .users("alice")
                .topics("orders")
                .resource(new ServiceResource.KafkaAccess("avnadmin", KafkaPermission.ADMIN, "*"))
                .resource(new ServiceResource.KafkaAccess("alice", KafkaPermission.READ, "orders"))
                .resource(new ServiceResource.KafkaAccess("b?b*", KafkaPermission.WRITE, "orders"))
                .resource(nativeAcl("User:alice", "orders", "*"))
                .resource(nativeAcl("User:*", "orders", "*"))
                .build();

        assertThat(spec.resources()).hasSize(7);
    }

    @Test
    void entriesForUsersThatAreNotThereAreRefused() {
        refuses(() -> ServiceSpec.builder("kafka", "startup-2")
                        .resource(new ServiceResource.KafkaAccess("alice", KafkaPermission.READ, "orders"))
                        .build())
                .withMessage(
                        "Service 'kafka' declares in 'acls' an entry for user 'alice', whom it does not have. Add the"
                                + " name to 'users', or correct it.");
        refuses(() -> ServiceSpec.builder("kafka", "startup-2")
                        .resource(nativeAcl("User:bob", "orders", "*"))
                        .build())
                .withMessage(
                        "Service 'kafka' declares in 'nativeAcls' an entry for user 'bob', whom it does not have. Add"
                                + " the name to 'users', or correct it.");
    }

    @Test
    void whatIsDeclaredTwiceIsRefused() {
        ServiceResource.KafkaAccess access =
                new ServiceResource.KafkaAccess("avnadmin", KafkaPermission.READWRITE, "orders");
        refuses(() -> ServiceSpec.builder("kafka", "startup-2")
                        .resource(access)
                        .resource(access)
                        .build())
                .withMessage(
                        "Service 'kafka' declares ACL 'readwrite' of user 'avnadmin' on topic 'orders' twice. Remove"
                                + " one from 'acls'.");
        ServiceResource.KafkaNativeAcl acl = nativeAcl("User:avnadmin", "orders", "*");
        refuses(() -> ServiceSpec.builder("kafka", "startup-2")
                        .resource(acl)
                        .resource(acl)
                        .build())
                .withMessage("Service 'kafka' declares native ACL 'ALLOW DescribeConfigs' of 'User:avnadmin' on LITERAL"
                        + " Topic 'orders' from host '*' twice. Remove one from 'nativeAcls'.");
        refuses(() -> ServiceSpec.builder("kafka", "startup-2")
                        .topics("orders")
                        .resource(ServiceResource.Topic.of("orders").withPartitions(3))
                        .build())
                .withMessage("Service 'kafka' declares topic 'orders' twice. Remove one from 'topics'.");
    }

    private static ServiceResource.KafkaNativeAcl nativeAcl(String principal, String resource, String host) {
        return new ServiceResource.KafkaNativeAcl(
                principal,
                KafkaOperation.DESCRIBE_CONFIGS,
                KafkaResourceType.TOPIC,
                resource,
                KafkaPatternType.LITERAL,
                KafkaPermissionType.ALLOW,
                host);
    }

    private static ThrowableAssertAlternative<InvalidSpecException> refuses(ThrowingCallable making) {
        return assertThatExceptionOfType(InvalidSpecException.class).isThrownBy(making);
    }
}
