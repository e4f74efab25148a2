package io.github.aivenjunit.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.connection.KafkaConnection;
import io.github.aivenjunit.connection.KafkaLogin;
import io.github.aivenjunit.connection.SaslMechanism;
import io.github.aivenjunit.fixture.NoControl;
import io.github.aivenjunit.fixture.ServiceAnswer;
import io.github.aivenjunit.fixture.TestAuthority;
import io.github.aivenjunit.readiness.Readiness;
import io.github.aivenjunit.spec.InvalidSpecException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KafkaServiceTests {

    private static final String CANARY = "canary-4711";

    private final TestAuthority authority = new TestAuthority("Project CA");
    private final ServiceUser admin = authority.kafkaUser("avnadmin", CANARY);
    private final KafkaService plain = handle(ServiceAnswer.of("kafka-x7", "kafka", "startup-2")
            .uri("kafka.test:12693")
            .listener("certificate", "kafka.test", 12693, "project_ca")
            .nodes(3)
            .user(admin));
    private final KafkaService full = handle(ServiceAnswer.of("kafka-x7", "kafka", "startup-2")
            .listener("sasl", "kafka.test", 12704, "letsencrypt")
            .listener("certificate", "kafka.test", 12693, "project_ca")
            .component("schema_registry", "kafka.test", 12696, "dynamic", "primary")
            .component("kafka_rest", "kafka.test", 12697, "dynamic", "primary")
            .userConfig(Map.of("kafka_sasl_mechanisms", Map.of("plain", false)))
            .user(admin));

    @Test
    void theDetailsAreTheFirstUsersWithItsCertificate() {
        assertThat(plain.bootstrapServers()).isEqualTo("kafka.test:12693");
        assertThat(plain.host()).isEqualTo("kafka.test");
        assertThat(plain.port()).isEqualTo(12_693);
        assertThat(plain.certificate())
                .isEqualTo(new KafkaConnection(
                        "kafka.test:12693",
                        "avnadmin",
                        new KafkaLogin.Certificate(
                                admin.accessCert().orElseThrow(),
                                admin.accessKey().orElseThrow()),
                        plain.ca(),
                        false));
        assertThat(plain.connection())
                .containsOnly(
                        Map.entry("uri", "kafka.test:12693"),
                        Map.entry("ca", plain.ca().pem()),
                        Map.entry("host", "kafka.test"),
                        Map.entry("port", "12693"),
                        Map.entry("bootstrapServers", "kafka.test:12693"),
                        Map.entry("user", "avnadmin"),
                        Map.entry("password", CANARY),
                        Map.entry("accessCert", admin.accessCert().orElseThrow()),
                        Map.entry("accessKey", admin.accessKey().orElseThrow().reveal()));
    }

    @Test
    void whatIsOnIsAmongTheDetails() {
        assertThat(full.bootstrapServers()).isEqualTo("kafka.test:12693");
        assertThat(full.sasl(SaslMechanism.SCRAM_SHA_256))
                .isEqualTo(new KafkaConnection(
                        "kafka.test:12704",
                        "avnadmin",
                        new KafkaLogin.Sasl(
                                SaslMechanism.SCRAM_SHA_256, admin.password().orElseThrow()),
                        full.ca(),
                        true));
        assertThat(full.schemaRegistryUri()).isEqualTo(URI.create("https://kafka.test:12696"));
        assertThat(full.restUri()).isEqualTo(URI.create("https://kafka.test:12697"));
        assertThat(full.asEnvironment("KAFKA"))
                .containsEntry("KAFKA_SASL_BOOTSTRAP_SERVERS", "kafka.test:12704")
                .containsEntry("KAFKA_SCHEMA_REGISTRY_URI", "https://kafka.test:12696")
                .containsEntry("KAFKA_REST_URI", "https://kafka.test:12697");
    }

    @Test
    void whatIsOffSaysHowToSwitchItOn() {
        assertThatIllegalStateException()
                .isThrownBy(plain::schemaRegistryUri)
                .withMessage("Service 'kafka' has no schema registry. Set schemaRegistry = true on @AivenKafka, or"
                        + " user_config.schema_registry to true.");
        assertThatIllegalStateException()
                .isThrownBy(plain::restUri)
                .withMessage(
                        "Service 'kafka' has no REST proxy. Set rest = true on @AivenKafka, or user_config.kafka_rest"
                                + " to true.");
        assertThatIllegalStateException()
                .isThrownBy(() -> plain.sasl(SaslMechanism.PLAIN))
                .withMessage("Service 'kafka-x7' takes no passwords. Set sasl = true on @AivenKafka, or"
                        + " user_config.kafka_authentication_methods.sasl to true.");
        assertThatIllegalStateException()
                .isThrownBy(() -> full.sasl(SaslMechanism.PLAIN))
                .withMessage("Service 'kafka-x7' does not take PLAIN. Use another mechanism, or set"
                        + " user_config.kafka_sasl_mechanisms.plain to true.");
    }

    @Test
    void aServiceForPasswordsOnlyHasNoCertificates() {
        KafkaService passwords = handle(ServiceAnswer.of("kafka-x7", "kafka", "startup-2")
                .listener("sasl", "kafka.test", 12704, "project_ca")
                .user(admin));

        assertThat(passwords.bootstrapServers()).isEqualTo("kafka.test:12704");
        assertThat(passwords.connection()).doesNotContainKeys("accessCert", "accessKey");
        assertThatIllegalStateException()
                .isThrownBy(passwords::certificate)
                .withMessage("Service 'kafka-x7' takes no client certificates. Use sasl(), or set"
                        + " user_config.kafka_authentication_methods.certificate to true.");
    }

    @Test
    void aUserWithoutASecretIsReported() {
        KafkaService bare = handle(ServiceAnswer.of("kafka-x7", "kafka", "startup-2")
                .listener("sasl", "kafka.test", 12704, "project_ca")
                .listener("certificate", "kafka.test", 12693, "project_ca")
                .user("avnadmin", Optional.empty()));

        assertThatIllegalStateException()
                .isThrownBy(bare::certificate)
                .withMessage("The API sent no certificate for user 'avnadmin' of service 'kafka-x7'. Reset the user's"
                        + " credentials in the Aiven console.");
        assertThatIllegalStateException()
                .isThrownBy(() -> bare.sasl(SaslMechanism.PLAIN))
                .withMessage("The API sent no password for user 'avnadmin' of service 'kafka-x7'. Reset it in the Aiven"
                        + " console.");
    }

    @Test
    void aTopicThatNeedsMoreBrokersThanThereAreIsRefusedAtOnce() {
        assertThatExceptionOfType(InvalidSpecException.class)
                .isThrownBy(() -> plain.createTopic("orders", 1, 4, Map.of()))
                .withMessage(
                        "Topic 'orders' of service 'kafka' has replication 4, and the service has 3 brokers. Use at"
                                + " most that many.");
    }

    @Test
    void nobodyPrintsASecret() {
        assertThat(full + " " + full.details() + " " + full.certificate() + " "
                        + full.sasl(SaslMechanism.SCRAM_SHA_512))
                .doesNotContain(CANARY, "PRIVATE KEY");
    }

    private KafkaService handle(ServiceAnswer answer) {
        return (KafkaService) ServiceHandles.of(new ServiceDetails(
                "kafka",
                answer.build(),
                authority.ca(),
                URI.create("https://console.aiven.io/project/aj-shop/services/kafka-x7/overview"),
                new Readiness(Map.of()),
                Optional.empty(),
                new NoControl()));
    }
}
