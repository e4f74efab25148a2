package io.github.aivenjunit.connection;

import io.github.aivenjunit.client.model.Secret;

/** How a client of Kafka shows who it is. Immutable; {@link Object#toString()} has no secret. */
public sealed interface KafkaLogin {

    /**
     * A client certificate (mutual TLS).
     *
     * @param certificatePem the user's certificate
     * @param privateKeyPem its private key in PKCS#8
     */
    record Certificate(String certificatePem, Secret privateKeyPem) implements KafkaLogin {

        @Override
        public String toString() {
            return "certificate";
        }
    }

    /** A password. */
    record Sasl(SaslMechanism mechanism, Secret password) implements KafkaLogin {

        @Override
        public String toString() {
            return mechanism.kafkaName();
        }
    }
}
