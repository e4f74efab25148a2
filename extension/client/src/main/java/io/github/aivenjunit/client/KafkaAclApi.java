package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.KafkaAcl;
import io.github.aivenjunit.client.model.KafkaAclCreate;
import java.util.List;

/**
 * Aiven's own access control for Kafka: who may use which topics. Thread-safe. Every method throws
 * {@link AivenApiException}.
 */
public interface KafkaAclApi {

    List<KafkaAcl> list(String project, String service);

    /** Adds an entry. When the answer is lost, an entry with the same content counts as added. */
    KafkaAcl add(String project, String service, KafkaAclCreate request);

    /** Deletes an entry by its id; one that is not there is deleted. */
    void delete(String project, String service, String id);
}
