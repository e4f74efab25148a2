package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Backup;
import io.github.aivenjunit.client.model.LogEntry;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceCreate;
import io.github.aivenjunit.client.model.ServiceUpdate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Services of a project. Thread-safe. Every method throws {@link AivenApiException}.
 *
 * <p>Reads ask for secrets. Answers to writes can have them redacted: read again before connecting.
 */
public interface ServiceApi {

    /** All services of the project, complete: one call serves everybody who waits. */
    List<Service> list(String project);

    Service get(String project, String service);

    /** Empty when there is no such service, or no such project. */
    Optional<Service> find(String project, String service);

    /**
     * Creates a service and returns at once, long before it runs. When the answer is lost, the service is read back: one
     * with the type, plan, cloud and tags asked for is returned, any other is a {@link AivenApiException.Conflict}, and
     * only without one is the request repeated.
     */
    Service create(String project, ServiceCreate request);

    Service update(String project, String service, ServiceUpdate request);

    /** Deletes a service; one that is not there is deleted. Refused while its termination protection is on. */
    void delete(String project, String service);

    Service powerOff(String project, String service);

    Service powerOn(String project, String service);

    /** Installs the updates that wait for the maintenance window. Returns at once. */
    void startMaintenance(String project, String service);

    Map<String, String> tags(String project, String service);

    /** Replaces all tags. */
    void replaceTags(String project, String service, Map<String, String> tags);

    /** Sets the tags given, deletes those with an empty value, and leaves the others. */
    void updateTags(String project, String service, Map<String, Optional<String>> tags);

    /**
     * The latest lines of the log, newest first.
     *
     * @param limit how many at most
     */
    List<LogEntry> logs(String project, String service, int limit);

    List<Backup> backups(String project, String service);
}
