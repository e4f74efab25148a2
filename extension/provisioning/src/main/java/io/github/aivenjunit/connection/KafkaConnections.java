package io.github.aivenjunit.connection;

import io.github.aivenjunit.client.model.Component;
import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads Kafka's connection details out of what the API answers. Aiven API: one component {@code kafka} for each method of
 * authentication, each with a port of its own.
 */
public final class KafkaConnections {

    private static final String SASL = "sasl";

    private KafkaConnections() {}

    /** The listener for client certificates; empty when it is switched off. */
    public static Optional<Component> certificateListener(Service service) {
        return listeners(service).filter(listener -> !isSasl(listener)).findFirst();
    }

    /** The listener for passwords; empty when it is switched off, which is the default. */
    public static Optional<Component> saslListener(Service service) {
        return listeners(service).filter(KafkaConnections::isSasl).findFirst();
    }

    /** What the listener for passwords accepts, in our order of preference. */
    public static List<SaslMechanism> mechanisms(Service service) {
        Map<?, ?> chosen =
                service.userConfig().get("kafka_sasl_mechanisms") instanceof Map<?, ?> settings ? settings : Map.of();
        return Stream.of(SaslMechanism.values())
                .filter(mechanism -> !Boolean.FALSE.equals(chosen.get(mechanism.configKey())))
                .toList();
    }

    /**
     * A user's way in with a certificate.
     *
     * @throws IllegalStateException if the service takes none or the API sent none; says what to change
     */
    public static KafkaConnection certificate(Service service, CaCertificate ca, ServiceUser user) {
        Component listener = certificateListener(service)
                .orElseThrow(() -> new IllegalStateException("Service '" + service.serviceName()
                        + "' takes no client certificates. Use sasl(), or set"
                        + " user_config.kafka_authentication_methods.certificate to true."));
        Optional<String> certificate = user.accessCert().filter(text -> !text.isBlank());
        Optional<Secret> key = user.accessKey();
        if (certificate.isEmpty() || key.isEmpty()) {
            throw new IllegalStateException(
                    "The API sent no certificate for user '" + user.username() + "' of service '"
                            + service.serviceName() + "'. Reset the user's credentials in the Aiven console.");
        }
        return connection(listener, ca, user, new KafkaLogin.Certificate(certificate.get(), key.get()));
    }

    /**
     * A user's way in with a password.
     *
     * @throws IllegalStateException if the service takes none or the API sent none; says what to change
     */
    public static KafkaConnection sasl(Service service, CaCertificate ca, ServiceUser user, SaslMechanism mechanism) {
        Component listener = saslListener(service)
                .orElseThrow(() -> new IllegalStateException("Service '" + service.serviceName()
                        + "' takes no passwords. Set sasl = true on @AivenKafka, or"
                        + " user_config.kafka_authentication_methods.sasl to true."));
        if (!mechanisms(service).contains(mechanism)) {
            throw new IllegalStateException("Service '" + service.serviceName() + "' does not take "
                    + mechanism.kafkaName() + ". Use another mechanism, or set user_config.kafka_sasl_mechanisms."
                    + mechanism.configKey() + " to true.");
        }
        Secret password = user.password()
                .orElseThrow(() -> new IllegalStateException("The API sent no password for user '" + user.username()
                        + "' of service '" + service.serviceName() + "'. Reset it in the Aiven console."));
        return connection(listener, ca, user, new KafkaLogin.Sasl(mechanism, password));
    }

    private static KafkaConnection connection(
            Component listener, CaCertificate ca, ServiceUser user, KafkaLogin login) {
        return new KafkaConnection(
                listener.host() + ":" + listener.port(),
                user.username(),
                login,
                ca,
                listener.kafkaSslCa().filter("letsencrypt"::equals).isPresent());
    }

    private static Stream<Component> listeners(Service service) {
        return service.components().stream()
                .filter(component -> component.component().equals("kafka"))
                .filter(component -> component.route().equals("dynamic"))
                .filter(component -> component.usage().equals("primary"));
    }

    private static boolean isSasl(Component listener) {
        return listener.kafkaAuthenticationMethod().filter(SASL::equals).isPresent();
    }
}
