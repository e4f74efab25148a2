package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.CompatibilityLevel;
import io.github.aivenjunit.client.model.CompatibilityResult;
import io.github.aivenjunit.client.model.SchemaCreate;
import io.github.aivenjunit.client.model.SchemaVersion;
import java.util.List;
import java.util.Optional;

/**
 * The schema registry of a Kafka service, through the API. Thread-safe. Every method throws {@link AivenApiException}; a
 * {@link AivenApiException.Forbidden} where the service has none, which the setting {@code schema_registry} changes.
 */
public interface SchemaApi {

    List<String> subjects(String project, String service);

    /** The versions of a subject, by number. */
    List<Integer> versions(String project, String service, String subject);

    SchemaVersion get(String project, String service, String subject, int version);

    /** Empty when there is no such subject, or it has no such version. */
    Optional<SchemaVersion> find(String project, String service, String subject, int version);

    /**
     * Makes the schema the subject's next version, and returns the schema's id. A schema that the subject has already is
     * not registered again, so that its id is returned. An incompatible one is a {@link AivenApiException.Conflict}.
     */
    int register(String project, String service, String subject, SchemaCreate schema);

    /** Whether the schema could follow this version. */
    CompatibilityResult check(String project, String service, String subject, int version, SchemaCreate schema);

    /** The level of all subjects without one of their own. */
    CompatibilityLevel compatibility(String project, String service);

    void setCompatibility(String project, String service, CompatibilityLevel level);

    /** The subject's own level; empty when it has none. */
    Optional<CompatibilityLevel> compatibility(String project, String service, String subject);

    void setCompatibility(String project, String service, String subject, CompatibilityLevel level);

    /** Hides a subject, whose ids stay readable; one that is not there is deleted. */
    void deleteSubject(String project, String service, String subject);

    /** Hides a subject, and then removes what is left of it; one that is not there is deleted. */
    void deleteSubjectPermanently(String project, String service, String subject);

    /** Hides a version, whose id stays readable; one that is not there is deleted. */
    void deleteVersion(String project, String service, String subject, int version);

    /** Hides a version, and then removes what is left of it; one that is not there is deleted. */
    void deleteVersionPermanently(String project, String service, String subject, int version);
}
