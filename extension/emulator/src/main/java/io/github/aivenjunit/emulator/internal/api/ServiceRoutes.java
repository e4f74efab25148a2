package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Bodies;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.power.Engines;
import io.github.aivenjunit.emulator.internal.power.PoweredService;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceOrder;
import io.github.aivenjunit.emulator.internal.state.ServiceUser;
import java.util.Map;
import java.util.Optional;

/** Services: created, read, changed, powered off and on, deleted. */
final class ServiceRoutes {

    private final Platform platform;
    private final Engines engines;
    private final Bodies bodies;
    private final ServiceOrders orders;

    ServiceRoutes(Platform platform, Engines engines, Bodies bodies) {
        this.platform = platform;
        this.engines = engines;
        this.bodies = bodies;
        this.orders = new ServiceOrders(engines, bodies);
    }

    void addTo(Routes routes) {
        String services = "/project/{project}/service";
        routes.add("GET", services, "ServiceList", this::list);
        routes.add("POST", services, "ServiceCreate", this::create);
        routes.add("GET", services + "/{service_name}", "ServiceGet", this::get);
        routes.add("PUT", services + "/{service_name}", "ServiceUpdate", this::update);
        routes.add("DELETE", services + "/{service_name}", "ServiceDelete", this::delete);
    }

    static Reply answer(Service service, Secrets secrets) {
        ObjectNode answer = Reply.object();
        answer.set("service", ServiceJson.service(service, secrets));
        return Reply.ok(answer);
    }

    private Reply list(Call call) {
        Project project = platform.project(call.project());
        Secrets secrets = Secrets.forRead(call, platform.faults());
        ObjectNode answer = Reply.object();
        ArrayNode services = answer.putArray("services");
        project.services().forEach(service -> services.add(ServiceJson.service(service, secrets)));
        return Reply.ok(answer);
    }

    private Reply get(Call call) {
        Service service = platform.project(call.project()).service(call.service());
        return answer(service, Secrets.forRead(call, platform.faults()));
    }

    private Reply create(Call call) {
        Project project = platform.project(call.project());
        Input input = call.input();
        ServiceOrder order = orders.create(project, input);
        Map<String, String> tags = input.tags("tags").orElse(Map.of());
        project.reserve(order.name(), platform.now());
        // Certificates and addresses take a moment, and other requests should not wait for it.
        return new Reply.Deferred(() -> {
            try {
                return create(project, order, tags, input.object("user_config").orElse(Reply.object()));
            } finally {
                platform.locked(() -> {
                    project.endReservation(order.name());
                    return true;
                });
            }
        });
    }

    private Reply create(Project project, ServiceOrder order, Map<String, String> tags, ObjectNode sentConfig) {
        ServiceUser admin = admin(project, order, sentConfig);
        PoweredService power = engines.create(
                order.type().code(),
                project.name(),
                order.name(),
                () -> new EngineRequest(
                        project.name(),
                        order.name(),
                        order.plan().name(),
                        bodies.toMap(UserConfigs.ofNewService(order.type(), sentConfig)),
                        admin.credentials(),
                        project.ca().server(order.name())));
        return platform.locked(() -> {
            Service service = platform.lives().create(project, order, tags, admin, power);
            Reply answer = answer(service, Secrets.forWrite(platform.faults()));
            platform.lives().start(project, service);
            return answer;
        });
    }

    private ServiceUser admin(Project project, ServiceOrder order, ObjectNode sentConfig) {
        String name = UserConfigs.adminName(sentConfig).orElse(order.type().admin());
        return new ServiceUser(
                name,
                true,
                UserConfigs.adminPassword(sentConfig)
                        .orElseGet(() -> platform.identifiers().password()),
                platform.now(),
                order.type().code().equals("kafka") ? Optional.of(project.ca().client(name)) : Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Reply update(Call call) {
        Project project = platform.project(call.project());
        Service service = project.service(call.service());
        Input input = call.input();
        ServiceOrder order = orders.update(service.order(), input);
        Optional<Boolean> powered = input.flag("powered");
        // The protection that holds after the call counts, so that one call can lift it and power off.
        if (powered.filter(on -> !on).isPresent() && order.terminationProtection()) {
            throw isProtected();
        }
        if (!order.equals(service.order())) {
            platform.lives().reorder(project, service, order);
        }
        powered.ifPresent(on -> {
            if (on) {
                platform.lives().powerOn(project, service);
            } else {
                platform.lives().powerOff(project, service);
            }
        });
        return answer(service, Secrets.forWrite(platform.faults()));
    }

    private Reply delete(Call call) {
        Project project = platform.project(call.project());
        Service service = project.service(call.service());
        if (service.order().terminationProtection()) {
            throw isProtected();
        }
        platform.lives().delete(project, service);
        return Reply.message("deleted");
    }

    private static Refusal isProtected() {
        return Refusal.of(
                403, "Service is protected against termination and shutdown. Remove termination protection first.");
    }
}
