package io.github.aivenjunit.deletion.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the Aiven API that a deletion needs. The test JVM speaks it through its client; the watchdog, which must
 * be small and quick, through the JDK alone. Thread-safe. Every method throws {@link DeletionApiException}.
 */
public interface DeletionApi {

    /**
     * A service of a project.
     *
     * @param terminationProtection whether Aiven refuses its deletion until this is lifted
     */
    record FoundService(
            String name,
            Map<String, String> tags,
            boolean terminationProtection,
            String type,
            String plan,
            String cloud) {

        public FoundService {
            tags = Map.copyOf(tags);
        }
    }

    /** The tags of the project; empty when there is no such project, or when it belongs to somebody else. */
    Optional<Map<String, String>> projectTags(String project);

    List<FoundService> services(String project);

    /** Lets the service be deleted. */
    void liftProtection(String project, String service);

    /** Deletes a service; one that is not there is deleted. */
    void deleteService(String project, String service);

    boolean hasService(String project, String service);

    /** Deletes a project without services; one that is not there is deleted. */
    void deleteProject(String project);

    /** Marks a project that Aiven keeps although it is empty. */
    void markTombstone(String project, Instant emptied);

    /** What the service costs, for example {@code 0.0685 USD}; empty when that is not known. */
    Optional<String> hourlyPrice(String project, FoundService service);
}
