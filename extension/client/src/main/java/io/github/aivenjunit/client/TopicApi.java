package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Topic;
import io.github.aivenjunit.client.model.TopicCreate;
import io.github.aivenjunit.client.model.TopicSummary;
import io.github.aivenjunit.client.model.TopicUpdate;
import java.util.List;
import java.util.Optional;

/**
 * Topics of a Kafka service. Thread-safe. Every method throws {@link AivenApiException}.
 *
 * <p>Creation is asynchronous. For up to a minute a new topic cannot be read ({@link AivenApiException.NotFound} or
 * {@link AivenApiException.NotReady}), or its state is {@code CONFIGURING} (Aiven API). Who waits for it asks
 * {@link #find} until it shows {@link io.github.aivenjunit.client.model.TopicState#ACTIVE}.
 */
public interface TopicApi {

    /** All topics, without their partitions and settings. Cached by Aiven: it lags behind creation and deletion. */
    List<TopicSummary> list(String project, String service);

    Topic get(String project, String service, String topic);

    /** Empty when there is no such topic, and as long as a new one cannot be read. */
    Optional<Topic> find(String project, String service, String topic);

    /**
     * Creates a topic. When the answer is lost, a topic of that name with the partitions and replicas asked for, or one
     * that cannot be read yet, counts as created.
     *
     * <p>Just after the service has started, brokers can be missing: a {@link AivenApiException.Conflict} without the
     * code {@code kafka_topic_already_exists} then passes.
     */
    void create(String project, String service, TopicCreate request);

    void update(String project, String service, String topic, TopicUpdate request);

    /** Deletes a topic; one that is not there is deleted. */
    void delete(String project, String service, String topic);
}
