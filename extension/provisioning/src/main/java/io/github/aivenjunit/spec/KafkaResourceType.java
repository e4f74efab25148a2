package io.github.aivenjunit.spec;

/** What an entry of Kafka's native access control is about. */
public enum KafkaResourceType {
    CLUSTER("Cluster"),
    DELEGATION_TOKEN("DelegationToken"),
    GROUP("Group"),
    TOPIC("Topic"),
    TRANSACTIONAL_ID("TransactionalId"),
    USER("User");

    private final String apiName;

    KafkaResourceType(String apiName) {
        this.apiName = apiName;
    }

    /** As the API writes it, for example {@code TransactionalId}. */
    public String apiName() {
        return apiName;
    }
}
