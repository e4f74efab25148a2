package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.aivenjunit.client.model.KafkaAcl;
import io.github.aivenjunit.client.model.NativeKafkaAcl;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.connection.KafkaConnection;
import io.github.aivenjunit.connection.SaslMechanism;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.TopicAnswer;
import io.github.aivenjunit.jupiter.AivenKafka;
import io.github.aivenjunit.jupiter.AivenKafkaAcl;
import io.github.aivenjunit.jupiter.AivenKafkaNativeAcl;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenTopic;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.KafkaService;
import io.github.aivenjunit.readiness.Rung;
import io.github.aivenjunit.spec.InvalidSpecException;
import io.github.aivenjunit.spec.KafkaOperation;
import io.github.aivenjunit.spec.KafkaPatternType;
import io.github.aivenjunit.spec.KafkaPermission;
import io.github.aivenjunit.spec.KafkaPermissionType;
import io.github.aivenjunit.spec.KafkaResourceType;
import io.github.aivenjunit.spec.ServiceResource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A Kafka handle is what Kafka's clients need. */
class KafkaPlatformTests {

    @Test
    void aHandleIsUsableWithTheRealClients() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(13, UsingTestCase.class);
        }
    }

    @AivenProject
    @AivenKafka(
            sasl = true,
            topics = {
                @AivenTopic(
                        name = "orders",
                        partitions = 3,
                        config = {"retention.ms=3600000", "max.message.bytes = 4096"}),
                @AivenTopic(name = "guarded"),
                @AivenTopic(name = "mechanisms"),
                @AivenTopic(name = "native-1")
            },
            users = {"alice", "bob", "carol"},
            acls = @AivenKafkaAcl(user = "alice", permission = KafkaPermission.READWRITE, topic = "guard*"),
            nativeAcls =
                    @AivenKafkaNativeAcl(
                            principal = "User:carol",
                            operation = KafkaOperation.WRITE,
                            resource = "native-",
                            patternType = KafkaPatternType.PREFIXED))
    static class UsingTestCase {

        @Test
        void everyRungWasClimbed(KafkaService kafka) {
            assertThat(kafka.readiness().rungs().keySet())
                    .containsExactly(
                            Rung.API_STATE, Rung.DNS, Rung.TCP, Rung.TLS, Rung.LOGIN, Rung.QUERY, Rung.RESOURCES);
        }

        @Test
        void writesAndReadsWithACertificate(KafkaService kafka) throws Exception {
            KafkaRecords.write(kafka.certificate().producer(), "orders", "bolt");

            assertThat(KafkaRecords.read(kafka.certificate().consumer("shipping"), "orders", 1))
                    .containsExactly("bolt");
        }

        @ParameterizedTest
        @EnumSource
        void writesAndReadsWithAPassword(SaslMechanism mechanism, KafkaService kafka) throws Exception {
            KafkaConnection connection = kafka.sasl(mechanism);

            KafkaRecords.write(
                    connection.producer(StringSerializer.class, StringSerializer.class), "mechanisms", "bolt");

            assertThat(KafkaRecords.read(
                            connection.consumer(mechanism.name(), StringDeserializer.class, StringDeserializer.class),
                            "mechanisms",
                            1))
                    .contains("bolt");
        }

        @Test
        void theDeclaredTopicsExist(KafkaService kafka) throws Exception {
            assertThat(kafka.topics()).contains("orders", "guarded");
            try (Admin admin = Admin.create(kafka.certificate().admin())) {
                TopicDescription orders = admin.describeTopics(List.of("orders"))
                        .allTopicNames()
                        .get(30, TimeUnit.SECONDS)
                        .get("orders");
                assertThat(orders.partitions()).hasSize(3);

                ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, "orders");
                var config = admin.describeConfigs(List.of(resource))
                        .all()
                        .get(30, TimeUnit.SECONDS)
                        .get(resource);
                assertThat(config.get("retention.ms").value()).isEqualTo("3600000");
                assertThat(config.get("max.message.bytes").value()).isEqualTo("4096");
            }
        }

        @Test
        void theDeclaredUsersAndRulesExist(EphemeralProject project, KafkaService kafka) {
            assertThat(kafka.details().service().users())
                    .extracting(ServiceUser::username)
                    .contains("avnadmin", "alice", "bob", "carol");
            assertThat(project.client().kafkaAcls().list(project.name(), kafka.serviceName()))
                    .extracting(KafkaAcl::username, KafkaAcl::permission, KafkaAcl::topic)
                    .contains(tuple("alice", "readwrite", "guard*"));
            assertThat(project.client().nativeKafkaAcls().list(project.name(), kafka.serviceName()))
                    .extracting(NativeKafkaAcl::principal, NativeKafkaAcl::resourceName, NativeKafkaAcl::patternType)
                    .contains(tuple("User:carol", "native-", "PREFIXED"));
        }

        @Test
        void aUserMayDoWhatARuleAllows(KafkaService kafka) throws Exception {
            KafkaRecords.write(kafka.certificate("alice").producer(), "guarded", "bolt");
            KafkaRecords.write(kafka.sasl(SaslMechanism.PLAIN, "alice").producer(), "guarded", "nut");

            assertThat(KafkaRecords.read(kafka.certificate("alice").consumer("alice"), "guarded", 2))
                    .containsExactly("bolt", "nut");
            assertThatThrownBy(
                            () -> KafkaRecords.write(kafka.certificate("alice").producer(), "orders", "bolt"))
                    .isInstanceOf(TopicAuthorizationException.class);
        }

        @Test
        void aUserWithoutARuleIsRefusedUntilThereIsOne(KafkaService kafka) throws Exception {
            kafka.createTopic("ledger");
            assertThatThrownBy(() -> KafkaRecords.write(kafka.certificate("bob").producer(), "ledger", "bolt"))
                    .isInstanceOf(TopicAuthorizationException.class);

            kafka.allow("bob", KafkaPermission.WRITE, "ledger");
            KafkaRecords.write(kafka.certificate("bob").producer(), "ledger", "bolt");

            kafka.disallow("bob", KafkaPermission.WRITE, "ledger");
            assertThatThrownBy(() -> KafkaRecords.write(kafka.certificate("bob").producer(), "ledger", "bolt"))
                    .isInstanceOf(TopicAuthorizationException.class);
        }

        @Test
        void aNativeRuleAllowsToo(KafkaService kafka) throws Exception {
            KafkaRecords.write(kafka.certificate("carol").producer(), "native-1", "bolt");

            kafka.add(new ServiceResource.KafkaNativeAcl(
                    "User:carol",
                    KafkaOperation.WRITE,
                    KafkaResourceType.TOPIC,
                    "extra",
                    KafkaPatternType.LITERAL,
                    KafkaPermissionType.ALLOW,
                    "*"));
            kafka.createTopic("extra");
            KafkaRecords.write(kafka.certificate("carol").producer(), "extra", "bolt");
        }

        @Test
        void topicsComeAndGo(KafkaService kafka) throws Exception {
            kafka.createTopic("passing", 2, 2, Map.of("max.message.bytes", "2048"));
            assertThat(kafka.topics()).contains("passing");
            KafkaRecords.write(kafka.certificate().producer(), "passing", "bolt");

            kafka.deleteTopic("passing");
            assertThat(kafka.topics()).doesNotContain("passing");

            assertThatExceptionOfType(InvalidSpecException.class)
                    .isThrownBy(() -> kafka.createTopic("wide", 1, 4, Map.of()))
                    .withMessage(
                            "Topic 'wide' of service 'kafka' has replication 4, and the service has 3 brokers. Use at"
                                    + " most that many.");
        }

        @Test
        void aNewUserHasACertificateAndAPasswordThatCanBeReset(KafkaService kafka) throws Exception {
            kafka.createTopic("payments");
            ServiceUser dave = kafka.createUser("dave");
            kafka.allow("dave", KafkaPermission.WRITE, "payments");
            KafkaConnection before = kafka.sasl(SaslMechanism.SCRAM_SHA_256, dave);
            KafkaRecords.write(kafka.certificate(dave).producer(), "payments", "nut");
            KafkaRecords.write(before.producer(), "payments", "nut");

            KafkaConnection after = kafka.sasl(SaslMechanism.SCRAM_SHA_256, kafka.resetPassword("dave"));

            KafkaRecords.write(after.producer(), "payments", "nut");
            assertThatThrownBy(() -> KafkaRecords.write(before.producer(), "payments", "nut"))
                    .isInstanceOf(SaslAuthenticationException.class);
        }

        @Test
        void theDetailsAreProperties(KafkaService kafka) {
            Map<String, String> details = kafka.asEnvironment("KAFKA");

            assertThat(details).containsEntry("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
            assertThat(details.get("KAFKA_SASL_BOOTSTRAP_SERVERS"))
                    .isEqualTo(kafka.sasl(SaslMechanism.PLAIN).bootstrapServers())
                    .isNotEqualTo(kafka.bootstrapServers());
            assertThat(kafka + " " + kafka.certificate() + " " + kafka.sasl(SaslMechanism.PLAIN))
                    .doesNotContain(kafka.password(), "PRIVATE KEY");
        }
    }

    @Test
    void troubleThatPassesIsWaitedOut() {
        AivenEmulator emulator = AivenEmulator.start();
        emulator.inject(new Fault.MissingBrokers(2));
        for (TopicAnswer answer : TopicAnswer.values()) {
            emulator.inject(new Fault.TopicLag(answer, 2));
        }
        emulator.inject(new Fault.TopicListLag(1));
        emulator.inject(new Fault.UserLag(2));
        emulator.inject(new Fault.PasswordLag(2));
        try (ExtensionRun run = ExtensionRun.on(emulator)) {
            run.succeeds(1, TroubledTestCase.class);
        }
    }

    @AivenProject
    @AivenKafka(
            topics = @AivenTopic(name = "orders", replication = 3),
            users = "alice",
            acls = @AivenKafkaAcl(user = "al*", permission = KafkaPermission.READWRITE, topic = "*"))
    static class TroubledTestCase {

        @Test
        void everythingIsThere(KafkaService kafka) throws Exception {
            KafkaConnection alice = kafka.certificate("alice");
            KafkaRecords.write(alice.producer(), "orders", "bolt");

            assertThat(KafkaRecords.read(alice.consumer("shipping"), "orders", 1))
                    .containsExactly("bolt");
        }
    }
}
