package io.github.aivenjunit.spec;

/** What an entry of Kafka's native access control allows or denies. */
public enum KafkaOperation {
    ALL("All"),
    ALTER("Alter"),
    ALTER_CONFIGS("AlterConfigs"),
    CLUSTER_ACTION("ClusterAction"),
    CREATE("Create"),
    CREATE_TOKENS("CreateTokens"),
    DELETE("Delete"),
    DESCRIBE("Describe"),
    DESCRIBE_CONFIGS("DescribeConfigs"),
    DESCRIBE_TOKENS("DescribeTokens"),
    IDEMPOTENT_WRITE("IdempotentWrite"),
    READ("Read"),
    WRITE("Write");

    private final String apiName;

    KafkaOperation(String apiName) {
        this.apiName = apiName;
    }

    /** As the API writes it, for example {@code AlterConfigs}. */
    public String apiName() {
        return apiName;
    }
}
