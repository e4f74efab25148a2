package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.NativeKafkaAcl;
import io.github.aivenjunit.client.model.NativeKafkaAclCreate;
import java.util.List;
import java.util.Optional;

/**
 * Kafka's native access control, beside Aiven's own. Thread-safe. Every method throws {@link AivenApiException}; old
 * clusters refuse with a {@link AivenApiException.Conflict} and the code {@code kafka_acl_not_supported}.
 */
public interface NativeKafkaAclApi {

    /** The native entries, without Aiven's own. */
    List<NativeKafkaAcl> list(String project, String service);

    /** Empty when there is no such entry. */
    Optional<NativeKafkaAcl> find(String project, String service, String id);

    /**
     * Adds an entry; one that is there already is a {@link AivenApiException.Conflict}. When the answer is lost, an entry
     * with the same content counts as added.
     */
    NativeKafkaAcl add(String project, String service, NativeKafkaAclCreate request);

    /** Deletes an entry by its id; one that is not there is deleted. */
    void delete(String project, String service, String id);
}
