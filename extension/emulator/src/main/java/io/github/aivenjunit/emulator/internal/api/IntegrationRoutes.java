package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.state.Integration;
import io.github.aivenjunit.emulator.internal.state.IntegrationOrder;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;
import io.github.aivenjunit.emulator.internal.state.Service;
import java.util.Optional;

/** Service integrations. They exist in the control plane only: no data flows between the servers. */
final class IntegrationRoutes {

    private final Platform platform;
    private final IntegrationOrders orders;

    IntegrationRoutes(Platform platform) {
        this.platform = platform;
        this.orders = new IntegrationOrders(platform);
    }

    void addTo(Routes routes) {
        String integrations = "/project/{project}/integration";
        String integration = integrations + "/{integration_id}";
        routes.add(
                "GET", "/project/{project}/service/{service_name}/integration", "ServiceIntegrationList", this::list);
        routes.add("POST", integrations, "ServiceIntegrationCreate", this::create);
        routes.add("GET", integration, "ServiceIntegrationGet", this::get);
        routes.add("PUT", integration, "ServiceIntegrationUpdate", this::update);
        routes.add("DELETE", integration, "ServiceIntegrationDelete", this::delete);
    }

    private Reply list(Call call) {
        Service service = platform.project(call.project()).service(call.service());
        ObjectNode answer = Reply.object();
        answer.set("service_integrations", IntegrationJson.of(service));
        return Reply.ok(answer);
    }

    /** Aiven API: a new integration is not active yet. */
    private Reply create(Call call) {
        Project project = platform.project(call.project());
        IntegrationOrder order = orders.create(project, call.input());
        Integration made = platform.integrations().create(order);
        project.record(
                platform.now(),
                "service_integration_create",
                "Created integration of type " + order.type(),
                order.source().service());
        return answer(made, false);
    }

    private Reply get(Call call) {
        Integration found = platform.integrations().read(platform.project(call.project()), call.path("integration_id"));
        return answer(found, found.isActive());
    }

    private Reply update(Call call) {
        Integration found = integration(call);
        Optional<ObjectNode> config = call.input().object("user_config");
        found.userConfig(config.orElseThrow(() -> Refusal.invalidInput("'user_config' is a required property")));
        return answer(found, found.isActive());
    }

    private Reply delete(Call call) {
        Integration found = integration(call);
        platform.integrations().delete(found);
        platform.project(call.project())
                .record(
                        platform.now(),
                        "service_integration_delete",
                        "Deleted integration of type " + found.type(),
                        found.source().service());
        return Reply.message("deleted");
    }

    private Integration integration(Call call) {
        return platform.integrations().get(platform.project(call.project()), call.path("integration_id"));
    }

    private static Reply answer(Integration integration, boolean active) {
        ObjectNode answer = Reply.object();
        answer.set("service_integration", IntegrationJson.integration(integration, active));
        return Reply.ok(answer);
    }
}
