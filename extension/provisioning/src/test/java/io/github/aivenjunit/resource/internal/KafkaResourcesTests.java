package io.github.aivenjunit.resource.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.ApiToken;
import io.github.aivenjunit.client.RetryPolicy;
import io.github.aivenjunit.client.model.KafkaAcl;
import io.github.aivenjunit.client.model.ServiceCreate;
import io.github.aivenjunit.client.model.ServiceState;
import io.github.aivenjunit.client.model.TopicConfigValue;
import io.github.aivenjunit.client.model.TopicState;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.ReceivedRequest;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.TopicAnswer;
import io.github.aivenjunit.resource.ResourceFailedException;
import io.github.aivenjunit.spec.KafkaOperation;
import io.github.aivenjunit.spec.KafkaPatternType;
import io.github.aivenjunit.spec.KafkaPermission;
import io.github.aivenjunit.spec.KafkaPermissionType;
import io.github.aivenjunit.spec.KafkaResourceType;
import io.github.aivenjunit.spec.ServiceResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaResourcesTests {

    private static final String PROJECT = "shop";
    private static final String SERVICE = "kafka";
    private static final String TOPICS = "/v1/project/shop/service/kafka/topic";

    private final AivenEmulator emulator =
            AivenEmulator.builder().engines(List.of()).start();
    private final AivenClient client = AivenClient.builder()
            .endpoint(emulator.endpoint())
            .token(ApiToken.of(emulator.token()))
            .retry(RetryPolicy.none())
            .build();
    private final ServiceResources resources = new ServiceResources(client, PROJECT, SERVICE, "kafka", Optional::empty);

    @BeforeEach
    void createProject() {
        emulator.createProject(PROJECT, Map.of());
    }

    @AfterEach
    void close() {
        client.close();
        emulator.close();
    }

    @Test
    void aTopicIsWaitedForThroughEveryPassingAnswer() throws Exception {
        emulator.inject(new Fault.MissingBrokers(2));
        for (TopicAnswer answer : TopicAnswer.values()) {
            emulator.inject(new Fault.TopicLag(answer, 2));
        }
        startKafka();

        resources.create(
                List.of(ServiceResource.Topic.of("orders")
                        .withPartitions(3)
                        .withReplication(3)
                        .withConfig("retention.ms", "3600000")
                        .withConfig("cleanup.policy", "compact")
                        .withConfig("preallocate", "true")
                        .withConfig("min.cleanable.dirty.ratio", "0.25")),
                KafkaResourcesTests::until);

        var topic = client.topics().get(PROJECT, SERVICE, "orders");
        assertThat(topic.state()).isEqualTo(TopicState.ACTIVE);
        assertThat(topic.partitions()).hasSize(3);
        assertThat(topic.replication()).isEqualTo(3);
        assertThat(topic.config())
                .extractingByKeys("retention_ms", "cleanup_policy", "preallocate", "min_cleanable_dirty_ratio")
                .extracting(TopicConfigValue::value)
                .containsExactly("3600000", "compact", "true", "0.25");
        assertThat(requests("POST", TOPICS)).isEqualTo(3);
        assertThat(requests("GET", TOPICS + "/orders")).isEqualTo(2L * TopicAnswer.values().length + 2);
    }

    @Test
    void aTopicThatIsThereAlreadyIsRefusedAtOnce() throws Exception {
        startKafka();
        resources.create(List.of(ServiceResource.Topic.of("orders")), KafkaResourcesTests::until);

        assertThatExceptionOfType(ResourceFailedException.class)
                .isThrownBy(
                        () -> resources.create(List.of(ServiceResource.Topic.of("orders")), KafkaResourcesTests::until))
                .withMessage("Aiven refuses topic 'orders' of service 'kafka': Topic 'orders' already exists. Change"
                        + " 'topics' of the service.");
        assertThat(requests("POST", TOPICS)).isEqualTo(2);
    }

    @Test
    void aTopicIsDeletedAndWaitedFor() throws Exception {
        startKafka();
        ServiceResource.Topic orders = ServiceResource.Topic.of("orders");
        resources.create(List.of(orders), KafkaResourcesTests::until);

        resources.delete(List.of(orders), KafkaResourcesTests::until);
        resources.delete(List.of(orders), KafkaResourcesTests::until);

        assertThat(client.topics().find(PROJECT, SERVICE, "orders")).isEmpty();
    }

    @Test
    void aUserIsWaitedForUntilItHasPasswordAndCertificate() throws Exception {
        emulator.inject(new Fault.UserLag(2));
        emulator.inject(new Fault.PasswordLag(2));
        startKafka();

        resources.create(List.of(new ServiceResource.User("alice")), KafkaResourcesTests::until);

        var alice = client.serviceUsers().get(PROJECT, SERVICE, "alice");
        assertThat(alice.password()).isPresent();
        assertThat(alice.accessCert()).isPresent();
        assertThat(alice.accessKey()).isPresent();
    }

    @Test
    void accessEntriesComeAndGo() throws Exception {
        startKafka();
        ServiceResource.KafkaAccess access =
                new ServiceResource.KafkaAccess("alice", KafkaPermission.READWRITE, "orders*");
        resources.create(List.of(access), KafkaResourcesTests::until);

        assertThat(client.kafkaAcls().list(PROJECT, SERVICE))
                .extracting(KafkaAcl::username, KafkaAcl::permission, KafkaAcl::topic)
                .containsExactlyInAnyOrder(tuple("avnadmin", "admin", "*"), tuple("alice", "readwrite", "orders*"));

        resources.delete(List.of(access), KafkaResourcesTests::until);

        assertThat(client.kafkaAcls().list(PROJECT, SERVICE))
                .extracting(KafkaAcl::username)
                .containsExactly("avnadmin");
    }

    @Test
    void nativeEntriesComeAndGo() throws Exception {
        startKafka();
        ServiceResource.KafkaNativeAcl acl = new ServiceResource.KafkaNativeAcl(
                "User:alice",
                KafkaOperation.READ,
                KafkaResourceType.GROUP,
                "orders-",
                KafkaPatternType.PREFIXED,
                KafkaPermissionType.DENY,
                "*");
        resources.create(List.of(acl), KafkaResourcesTests::until);

        assertThat(client.nativeKafkaAcls().list(PROJECT, SERVICE))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.principal()).isEqualTo("User:alice");
                    assertThat(found.operation()).isEqualTo("Read");
                    assertThat(found.resourceType()).isEqualTo("Group");
                    assertThat(found.resourceName()).isEqualTo("orders-");
                    assertThat(found.patternType()).isEqualTo("PREFIXED");
                    assertThat(found.permissionType()).isEqualTo("DENY");
                    assertThat(found.host()).isEqualTo("*");
                });

        resources.delete(List.of(acl), KafkaResourcesTests::until);

        assertThat(client.nativeKafkaAcls().list(PROJECT, SERVICE)).isEmpty();
    }

    @Test
    void whatGoesWithItsServiceIsNotDeletedByItself() throws Exception {
        assertThatExceptionOfType(ResourceFailedException.class)
                .isThrownBy(
                        () -> resources.delete(List.of(new ServiceResource.User("alice")), KafkaResourcesTests::until))
                .withMessage("We cannot delete user 'alice' by itself. Leave it: it goes with its service.");
    }

    private void startKafka() throws Exception {
        client.services()
                .create(
                        PROJECT,
                        ServiceCreate.builder(SERVICE, "kafka", "startup-2").build());
        until(() -> client.services().get(PROJECT, SERVICE).state().equals(ServiceState.RUNNING));
    }

    private long requests(String method, String path) {
        return emulator.requests().stream()
                .filter(request -> request.method().equals(method))
                .map(ReceivedRequest::path)
                .filter(path::equals)
                .count();
    }

    /** The emulator's services change with each answer or at once, so asking again is enough. */
    private static void until(Callable<Boolean> isSo) throws InterruptedException {
        try {
            for (int attempt = 0; attempt < 1_000; attempt++) {
                if (isSo.call()) {
                    return;
                }
            }
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        throw new AssertionError("It never became so.");
    }
}
