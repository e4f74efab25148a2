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
import java.util.Optional;
import java.util.function.Supplier;

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
        routes.with(Support.CONTROL_PLANE)
                .add("PUT", services + "/{service_name}/maintenance/start", "ServiceMaintenanceStart", this::maintain);
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
        Optional<ServiceOrigin> origin = ServiceOrigin.of(platform, project, input);
        ServiceOrder order = orders.create(project, input, origin);
        ServiceParts parts = ServiceParts.read(platform, project, order, input);
        project.reserve(order.name(), platform.now());
        // Certificates and addresses take a moment, and other requests should not wait for it.
        return new Reply.Deferred(() -> {
            try {
                ObjectNode sentConfig = input.object("user_config").orElse(Reply.object());
                return create(project, order, parts, sentConfig, origin);
            } finally {
                platform.locked(() -> {
                    project.endReservation(order.name());
                    return true;
                });
            }
        });
    }

    private Reply create(
            Project project,
            ServiceOrder order,
            ServiceParts parts,
            ObjectNode sentConfig,
            Optional<ServiceOrigin> origin) {
        ServiceUser admin =
                origin.flatMap(ServiceOrigin::sharedAdmin).orElseGet(() -> admin(project, order, sentConfig));
        Supplier<EngineRequest> request = () -> new EngineRequest(
                project.name(),
                order.name(),
                order.plan().name(),
                bodies.toMap(UserConfigs.ofNewService(order.type(), sentConfig)),
                admin.credentials(),
                project.ca().server(order.name()));
        String type = order.type().code();
        PoweredService power = origin.map(found -> engines.createCopy(
                        type,
                        project.name(),
                        order.name(),
                        request,
                        found.source().power(),
                        found.kind()))
                .orElseGet(() -> engines.create(type, project.name(), order.name(), request));
        return platform.locked(() -> {
            Service service = platform.lives().create(project, order, parts.tags(), admin, power);
            parts.attach(platform, project, service);
            origin.ifPresent(found -> found.carryOver(platform, project, service));
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
        ServiceOrder order = orders.update(project, service.order(), input);
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

    private Reply maintain(Call call) {
        Project project = platform.project(call.project());
        platform.lives().maintain(project, project.service(call.service()));
        return Reply.message("started");
    }

    private static Refusal isProtected() {
        return Refusal.of(
                403, "Service is protected against termination and shutdown. Remove termination protection first.");
    }
}
