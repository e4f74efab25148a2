package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.StaticIp;
import io.github.aivenjunit.client.model.Vpc;
import java.util.List;
import java.util.Optional;

/**
 * Virtual private clouds and static IP addresses of a project: read and delete, as far as the project's own deletion
 * needs it. Thread-safe. Every method throws {@link AivenApiException}.
 */
public interface NetworkApi {

    List<Vpc> vpcs(String project);

    /** Empty when there is no such VPC. */
    Optional<Vpc> findVpc(String project, String id);

    /**
     * Begins to delete a VPC; one that is not there is deleted. While services are in it, or were just now, it is a
     * {@link AivenApiException.Conflict}.
     */
    void deleteVpc(String project, String id);

    List<StaticIp> staticIps(String project);

    /** Begins to delete a static IP address; one that is not there is deleted. */
    void deleteStaticIp(String project, String id);
}
