package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.SchemaAcl;
import io.github.aivenjunit.client.model.SchemaAclCreate;
import java.util.List;

/**
 * Who may use which subjects of a Kafka service's schema registry. Thread-safe. Every method throws
 * {@link AivenApiException}.
 */
public interface SchemaAclApi {

    List<SchemaAcl> list(String project, String service);

    /**
     * Adds an entry. When the answer is lost, an entry with the same content counts as added. Equal entries are stored
     * beside each other (Aiven operator, changelog).
     */
    SchemaAcl add(String project, String service, SchemaAclCreate request);

    /** Deletes an entry by its id; one that is not there is deleted. */
    void delete(String project, String service, String id);
}
