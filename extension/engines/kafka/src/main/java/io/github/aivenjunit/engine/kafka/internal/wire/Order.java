package io.github.aivenjunit.engine.kafka.internal.wire;

/** What a broker's process can be asked to do. The words that follow an order's name are given in brackets. */
public enum Order {
    /** Formats the storage where needed and starts the broker (name and password of each user). */
    START,
    /** Uses the running broker as clients do, so that its classes are loaded (name and password of a user). */
    REHEARSE,
    /** Ends the process in the ordinary way. */
    EXIT,
    /** Creates a user or changes the password (name, password). */
    PUT_USER,
    /** (Name.) */
    DROP_USER,
    /** (Name, partitions, replication, name and value of each setting.) */
    CREATE_TOPIC,
    /** Answers with the name, partitions, replication, number of settings, and the settings, of each topic. */
    TOPICS,
    /** As {@link #TOPICS} for at most one topic (name). */
    TOPIC,
    /** Answers with name, value and source of each setting (name). */
    TOPIC_SETTINGS,
    /** Answers with number, in-sync replicas, earliest and latest offset, and size of each partition (name). */
    PARTITIONS,
    /** (Name, name and value of each setting.) */
    CONFIGURE_TOPIC,
    /** (Name, number of partitions.) */
    GROW_TOPIC,
    /** (Name.) */
    DELETE_TOPIC,
    /** Answers with partition and offset of each record (topic; partition or nothing, key and value of each record). */
    PRODUCE,
    /**
     * Answers with partition, offset, key and value of each record (topic, bytes at most, milliseconds at most, partition
     * and first offset of each partition).
     */
    READ,
    /** (User pattern, permission and topic pattern of each rule.) */
    AIVEN_ACLS,
    /** Answers with the seven words of each rule: principal, host, resource, name, pattern, operation, permission. */
    KAFKA_ACLS,
    /** (The seven words of a rule.) */
    CREATE_KAFKA_ACL,
    /** (The seven words of a rule.) */
    DELETE_KAFKA_ACL,
    /** Answers with the status and the JSON of the schema registry (method, path, query, body). */
    REGISTRY,
    /** (User pattern, READ or WRITE, and resource pattern of each rule of the schema registry.) */
    REGISTRY_ACLS
}
