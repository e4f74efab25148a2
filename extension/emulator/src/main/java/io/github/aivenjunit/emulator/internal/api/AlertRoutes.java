package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;
import io.github.aivenjunit.emulator.internal.state.Service;

/** The alerts of projects and services. The one thing that goes wrong here is a server that does not start. */
final class AlertRoutes {

    private final Platform platform;

    AlertRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/project/{project}/alerts", "ProjectAlertsList", this::ofProject);
        routes.add("GET", "/project/{project}/service/{service_name}/alerts", "ServiceAlertsList", this::ofService);
    }

    private Reply ofProject(Call call) {
        Project project = platform.project(call.project());
        ObjectNode answer = Reply.object();
        ArrayNode alerts = answer.putArray("alerts");
        project.services().forEach(service -> add(project, service, alerts));
        return Reply.ok(answer);
    }

    private Reply ofService(Call call) {
        Project project = platform.project(call.project());
        ObjectNode answer = Reply.object();
        add(project, project.service(call.service()), answer.putArray("alerts"));
        return Reply.ok(answer);
    }

    private static void add(Project project, Service service, ArrayNode alerts) {
        service.notifications()
                .forEach(notification -> alerts.addObject()
                        .put("create_time", ApiTime.seconds(service.updateTime()))
                        .put("event", ServiceJson.SERVER_FAILURE)
                        .put("node_name", service.name() + "-1")
                        .put("project_name", project.name())
                        .put("service_name", service.name())
                        .put("service_type", service.type().code())
                        .put("severity", "critical"));
    }
}
