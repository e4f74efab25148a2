package io.github.aivenjunit.connection;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Properties;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/**
 * How one user reaches a Kafka service. Immutable, thread-safe. Properties and key stores hold secrets;
 * {@link #toString()} has none.
 *
 * <pre>{@code
 * try (var producer = new KafkaProducer<>(kafka.certificate().producer(), new StringSerializer(), new StringSerializer())) {
 *     ...
 * }
 * }</pre>
 *
 * <p>The properties are for Kafka's Java clients from 2.7 on, which take certificates and keys as text. There is no file
 * to make, and no class of Kafka is needed here.
 *
 * @param bootstrapServers {@code host:port} of the listener that takes this login
 * @param user the user
 * @param login what the client shows
 * @param ca the project's authority
 * @param publiclyTrusted whether the listener's certificate comes from a public authority and not from the project's
 *     (Aiven API: {@code kafka_ssl_ca} is {@code letsencrypt})
 */
public record KafkaConnection(
        String bootstrapServers, String user, KafkaLogin login, CaCertificate ca, boolean publiclyTrusted) {

    /** New properties for a producer that waits until every in-sync replica has a record ({@code acks=all}). */
    public Properties producer() {
        Properties properties = client();
        properties.setProperty("acks", "all");
        return properties;
    }

    /** {@link #producer()} with serializers, such as {@code StringSerializer.class}. */
    public Properties producer(Class<?> keySerializer, Class<?> valueSerializer) {
        Properties properties = producer();
        properties.setProperty("key.serializer", keySerializer.getName());
        properties.setProperty("value.serializer", valueSerializer.getName());
        return properties;
    }

    /**
     * New properties for a consumer of a group. A new group starts at the oldest record
     * ({@code auto.offset.reset=earliest}), so that a test finds what was written before its consumer was ready.
     */
    public Properties consumer(String group) {
        Properties properties = client();
        properties.setProperty("group.id", group);
        properties.setProperty("auto.offset.reset", "earliest");
        return properties;
    }

    /** {@link #consumer(String)} with deserializers, such as {@code StringDeserializer.class}. */
    public Properties consumer(String group, Class<?> keyDeserializer, Class<?> valueDeserializer) {
        Properties properties = consumer(group);
        properties.setProperty("key.deserializer", keyDeserializer.getName());
        properties.setProperty("value.deserializer", valueDeserializer.getName());
        return properties;
    }

    /** New properties for an admin client. */
    public Properties admin() {
        return client();
    }

    /**
     * New properties for Kafka Streams. Its internal topics get the service's own replication
     * ({@code replication.factor=-1}).
     */
    public Properties streams(String applicationId) {
        Properties properties = client();
        properties.setProperty("application.id", applicationId);
        properties.setProperty("replication.factor", "-1");
        return properties;
    }

    /**
     * A new TLS context that trusts the project's authority and what this JVM trusts; with a certificate login it also
     * shows the user's certificate.
     */
    public SSLContext sslContext() {
        try {
            KeyManager[] keys = login instanceof KafkaLogin.Certificate certificate
                    ? PemIdentity.of(user, certificate).keyManagers()
                    : new KeyManager[0];
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, ca.trustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot make a TLS context.", e);
        }
    }

    /**
     * A new in-memory key store with the user's certificate and key.
     *
     * @param password what protects store and key, chosen by the caller
     * @throws IllegalStateException if this is no certificate login
     */
    public KeyStore keyStore(char[] password) {
        if (login instanceof KafkaLogin.Certificate certificate) {
            return PemIdentity.of(user, certificate).keyStore(password);
        }
        throw new IllegalStateException("User '" + user + "' logs in with a password here. Use certificate() of the"
                + " service for a key store.");
    }

    /** A new in-memory key store with the project's authority and nothing else. It has no password. */
    public KeyStore trustStore() {
        return ca.trustStore();
    }

    private Properties client() {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrapServers);
        if (!publiclyTrusted) {
            properties.setProperty("ssl.truststore.type", "PEM");
            properties.setProperty("ssl.truststore.certificates", ca.pem());
        }
        if (login instanceof KafkaLogin.Certificate certificate) {
            properties.setProperty("security.protocol", "SSL");
            properties.setProperty("ssl.keystore.type", "PEM");
            properties.setProperty("ssl.keystore.certificate.chain", certificate.certificatePem());
            properties.setProperty(
                    "ssl.keystore.key", certificate.privateKeyPem().reveal());
        } else if (login instanceof KafkaLogin.Sasl sasl) {
            properties.setProperty("security.protocol", "SASL_SSL");
            properties.setProperty("sasl.mechanism", sasl.mechanism().kafkaName());
            properties.setProperty(
                    "sasl.jaas.config",
                    sasl.mechanism().loginModule() + " required username=" + quoted(user) + " password="
                            + quoted(sasl.password().reveal()) + ";");
        }
        return properties;
    }

    /** Kafka reads the line with a {@link java.io.StreamTokenizer}, which ends a string at a line break. */
    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    @Override
    public String toString() {
        return "KafkaConnection[" + user + "@" + bootstrapServers + ", " + login + "]";
    }
}
