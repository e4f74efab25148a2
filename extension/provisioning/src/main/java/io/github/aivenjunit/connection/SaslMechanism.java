package io.github.aivenjunit.connection;

/** How a user and a password are shown to a Kafka broker (Aiven API: {@code user_config.kafka_sasl_mechanisms}). */
public enum SaslMechanism {
    SCRAM_SHA_512("SCRAM-SHA-512", "scram_sha_512", "scram.ScramLoginModule"),

    SCRAM_SHA_256("SCRAM-SHA-256", "scram_sha_256", "scram.ScramLoginModule"),

    PLAIN("PLAIN", "plain", "plain.PlainLoginModule");

    private final String kafkaName;
    private final String configKey;
    private final String loginModule;

    SaslMechanism(String kafkaName, String configKey, String loginModule) {
        this.kafkaName = kafkaName;
        this.configKey = configKey;
        this.loginModule = "org.apache.kafka.common.security." + loginModule;
    }

    /** As Kafka writes it in {@code sasl.mechanism}, for example {@code SCRAM-SHA-256}. */
    public String kafkaName() {
        return kafkaName;
    }

    String configKey() {
        return configKey;
    }

    String loginModule() {
        return loginModule;
    }
}
