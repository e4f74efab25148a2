package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.BillingGroup;
import io.github.aivenjunit.client.model.Project;
import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.client.model.ProjectEvent;
import io.github.aivenjunit.client.model.ProjectUpdate;
import io.github.aivenjunit.client.model.TechEmail;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Projects on the endpoints of one organization, by their paths of 2026. */
record OrganizationProjects(
        ApiCalls calls, ProjectParts parts, ProjectParents parents, OrganizationApi organizations, String organization)
        implements ProjectApi {

    /** A project as these endpoints write it: flat, and with the name as its id. */
    record Answer(
            String projectId,
            Optional<String> accountId,
            Optional<String> organizationId,
            Optional<String> parentId,
            Optional<String> billingGroupId,
            @Nullable Map<String, String> tags,
            @Nullable List<TechEmail> techEmails) {

        Answer {
            Objects.requireNonNull(projectId, "projectId");
        }

        @SuppressWarnings("NullAway") // the model's record takes and fills what is missing
        Project toProject() {
            return new Project(
                    projectId,
                    accountId,
                    organizationId,
                    parentId,
                    billingGroupId,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    tags,
                    techEmails);
        }
    }

    @Override
    public List<Project> list() {
        return calls.call(
                ApiRequest.get(projects()),
                (json, body) -> json.wholeList(body, "projects", Answer.class).stream()
                        .map(Answer::toProject)
                        .toList());
    }

    @Override
    public Project get(String project) {
        return calls.call(ApiRequest.get(path(project)), reader());
    }

    @Override
    public Optional<Project> find(String project) {
        return parts.find(() -> calls.find(ApiRequest.get(path(project)), reader()));
    }

    @Override
    public Project create(ProjectCreate request) {
        Map<String, Object> body = Bodies.organizationProject(
                request,
                parents.accountId(request.parentId()),
                request.billingGroupId().orElseGet(this::onlyBillingGroup));
        return parts.create(request, ApiRequest.post(projects(), body), reader(), () -> find(request.project()));
    }

    @Override
    public Project update(String project, ProjectUpdate request) {
        Map<String, Object> body = Bodies.organizationProject(request, parents.accountId(request.parentId()));
        return calls.call(ApiRequest.patch(path(project), body), reader());
    }

    @Override
    public void delete(String project) {
        parts.delete(project, ApiRequest.delete(path(project)), () -> find(project));
    }

    @Override
    public Map<String, String> tags(String project) {
        return parts.tags(project);
    }

    @Override
    public void replaceTags(String project, Map<String, String> tags) {
        parts.replaceTags(project, tags);
    }

    @Override
    public void updateTags(String project, Map<String, Optional<String>> tags) {
        parts.updateTags(project, tags);
    }

    @Override
    public String caCertificate(String project) {
        return parts.caCertificate(project);
    }

    @Override
    public List<ProjectEvent> events(String project) {
        return parts.events(project);
    }

    private String onlyBillingGroup() {
        List<BillingGroup> groups = organizations.billingGroups(organization);
        if (groups.size() == 1) {
            return groups.get(0).billingGroupId();
        }
        if (groups.isEmpty()) {
            throw new IllegalStateException("The organization " + organization
                    + " has no billing group that this token can see. Set aiven.billingGroup to the id of one.");
        }
        String known = groups.stream()
                .map(group -> group.billingGroupId() + " (" + group.billingGroupName() + ")")
                .collect(Collectors.joining(", "));
        throw new IllegalStateException("The organization " + organization + " has " + groups.size()
                + " billing groups: " + known + ". Set aiven.billingGroup to the id of one.");
    }

    private ApiPath projects() {
        return ApiPath.organization(organization).plus("/projects");
    }

    private ApiPath path(String project) {
        return ApiPath.organizationProject(organization, project);
    }

    private static ApiExchange.Reader<Project> reader() {
        return (json, body) -> json.value(body, Answer.class).toProject();
    }
}
