package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Project;
import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.client.model.ProjectEvent;
import io.github.aivenjunit.client.model.ProjectUpdate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Projects on the endpoints that need no organization. */
record ClassicProjects(ApiCalls calls, ProjectParts parts, ProjectParents parents) implements ProjectApi {

    private static final ApiPath PROJECTS = ApiPath.of("/project");

    @Override
    public List<Project> list() {
        return calls.call(ApiRequest.get(PROJECTS), (json, body) -> json.wholeList(body, "projects", Project.class));
    }

    @Override
    public Project get(String project) {
        return calls.call(ApiRequest.get(ApiPath.project(project)), reader());
    }

    @Override
    public Optional<Project> find(String project) {
        return parts.find(() -> calls.find(ApiRequest.get(ApiPath.project(project)), reader()));
    }

    @Override
    public Project create(ProjectCreate request) {
        Map<String, Object> body = Bodies.classicProject(request, parents.accountId(request.parentId()));
        return parts.create(request, ApiRequest.post(PROJECTS, body), reader(), () -> find(request.project()));
    }

    @Override
    public Project update(String project, ProjectUpdate request) {
        Map<String, Object> body = Bodies.classicProject(request, parents.accountId(request.parentId()));
        return calls.call(ApiRequest.put(ApiPath.project(project), body), reader());
    }

    @Override
    public void delete(String project) {
        parts.delete(project, ApiRequest.delete(ApiPath.project(project)), () -> find(project));
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

    private static ApiExchange.Reader<Project> reader() {
        return (json, body) -> json.value(body, "project", Project.class);
    }
}
