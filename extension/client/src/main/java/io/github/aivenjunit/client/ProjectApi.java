package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Project;
import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.client.model.ProjectEvent;
import io.github.aivenjunit.client.model.ProjectUpdate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Projects, on the organization's endpoints when the client has an organization, on the classic ones otherwise.
 * Thread-safe. Every method throws {@link AivenApiException}.
 */
public interface ProjectApi {

    /** The projects that the token can see, in the organization when the client has one. */
    List<Project> list();

    Project get(String project);

    /** Empty when there is no such project, or when it belongs to somebody else (403 "Not a project member"). */
    Optional<Project> find(String project);

    /**
     * Creates a project. When the answer is lost, the project is read back: one with the tags asked for is returned, any
     * other is a {@link AivenApiException.Conflict}, and only without one is the request repeated.
     *
     * @throws IllegalStateException when the organization has no billing group or several, and none is asked for
     */
    Project create(ProjectCreate request);

    Project update(String project, ProjectUpdate request);

    /** Deletes a project; one that is not there is deleted. Services have to be gone first. */
    void delete(String project);

    Map<String, String> tags(String project);

    /** Replaces all tags. */
    void replaceTags(String project, Map<String, String> tags);

    /** Sets the tags given, deletes those with an empty value, and leaves the others. */
    void updateTags(String project, Map<String, Optional<String>> tags);

    /** The certificate, in PEM, of the authority that signs for the project's services. */
    String caCertificate(String project);

    /** The project's event log, in the order of the API. */
    List<ProjectEvent> events(String project);
}
