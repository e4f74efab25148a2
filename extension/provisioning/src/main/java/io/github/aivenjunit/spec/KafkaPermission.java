package io.github.aivenjunit.spec;

import java.util.Locale;

/** What an entry of Aiven's access control for Kafka allows (Aiven docs: "ACL permission mapping"). */
public enum KafkaPermission {

    /** Everything with the topics, their deletion and settings included. */
    ADMIN,

    /** Reading, with consumer groups. */
    READ,

    /** Reading and writing. */
    READWRITE,

    /** Writing. */
    WRITE;

    /** As the API writes it, for example {@code readwrite}. */
    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
