package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.catalogue.Catalogue;
import io.github.aivenjunit.emulator.internal.catalogue.CloudOffer;
import io.github.aivenjunit.emulator.internal.catalogue.PlanOffer;
import io.github.aivenjunit.emulator.internal.catalogue.TypeOffer;
import io.github.aivenjunit.emulator.internal.input.Bodies;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.power.Engines;
import io.github.aivenjunit.emulator.internal.state.Project;
import io.github.aivenjunit.emulator.internal.state.ServiceOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Turns the bodies of create and update calls into orders, or refuses them as the API does. */
final class ServiceOrders {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern TIME = Pattern.compile("[0-2][0-9]:[0-5][0-9]:[0-5][0-9]");
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final String DEFAULT_DAY = "sunday";
    private static final String DEFAULT_TIME = "03:00:00";
    private static final int MOST_EMAILS = 10;
    private static final int PLAN_LENGTH = 128;
    private static final int CLOUD_LENGTH = 256;

    private final Engines engines;
    private final Bodies bodies;

    ServiceOrders(Engines engines, Bodies bodies) {
        this.engines = engines;
        this.bodies = bodies;
    }

    ServiceOrder create(Project project, Input input) {
        String name = input.requiredText("service_name", Integer.MAX_VALUE);
        String typeCode = input.requiredText("service_type", 64);
        String planName = input.requiredText("plan", PLAN_LENGTH);
        if (!NAME.matcher(name).matches()) {
            throw Refusal.of(400, "Service name must consist of 1-64 alphanumerical characters");
        }
        TypeOffer type = Catalogue.get().type(typeCode);
        CloudOffer cloud =
                Catalogue.get().cloud(input.text("cloud", CLOUD_LENGTH).orElse(project.cloud()));
        PlanOffer plan = type.plan(planName, cloud);
        refuseWhatIsNotEmulated(input);
        ObjectNode config =
                UserConfigs.ofNewService(type, input.object("user_config").orElse(Reply.object()));
        engines.objection(type.code(), bodies.toMap(config)).ifPresent(objection -> {
            throw Refusal.of(400, objection);
        });
        Optional<Input> maintenance = input.object("maintenance").map(Input::new);
        return new ServiceOrder(
                name,
                type,
                plan,
                cloud,
                disk(input, plan).orElse(plan.diskMb()),
                UserConfigs.withDefaults(type, config),
                input.flag("termination_protection").orElse(false),
                maintenance.flatMap(window -> window.oneOf("dow", DAYS)).orElse(DEFAULT_DAY),
                maintenance.flatMap(window -> window.text("time", 8, TIME)).orElse(DEFAULT_TIME),
                input.emails("tech_emails", MOST_EMAILS).orElse(List.of()));
    }

    ServiceOrder update(ServiceOrder before, Input input) {
        CloudOffer cloud =
                input.text("cloud", CLOUD_LENGTH).map(Catalogue.get()::cloud).orElse(before.cloud());
        PlanOffer plan = before.type()
                .plan(input.text("plan", PLAN_LENGTH).orElse(before.plan().name()), cloud);
        refuseWhatIsNotEmulated(input);
        ObjectNode config = input.object("user_config")
                .map(change -> UserConfigs.merge(before.type(), before.userConfig(), change))
                .orElse(before.userConfig());
        refuseNewServer(before, config);
        Optional<Input> maintenance = input.object("maintenance").map(Input::new);
        int diskOfPlan = plan.equals(before.plan()) ? before.diskMb() : plan.diskMb();
        return new ServiceOrder(
                before.name(),
                before.type(),
                plan,
                cloud,
                disk(input, plan).orElse(diskOfPlan),
                config,
                input.flag("termination_protection").orElse(before.terminationProtection()),
                maintenance.flatMap(window -> window.oneOf("dow", DAYS)).orElse(before.maintenanceDay()),
                maintenance.flatMap(window -> window.text("time", 8, TIME)).orElse(before.maintenanceTime()),
                input.emails("tech_emails", MOST_EMAILS).orElse(before.techEmails()));
    }

    private static OptionalInt disk(Input input, PlanOffer plan) {
        OptionalInt disk = input.integer("disk_space_mb", 0, Integer.MAX_VALUE);
        if (disk.isPresent() && (disk.getAsInt() < plan.diskMb() || disk.getAsInt() > plan.diskCapMb())) {
            throw Refusal.of(
                    400,
                    "Invalid disk space: " + disk.getAsInt() + " MiB is not between " + plan.diskMb() + " and "
                            + plan.diskCapMb() + " MiB for plan '" + plan.name() + "'");
        }
        return disk;
    }

    private static void refuseWhatIsNotEmulated(Input input) {
        input.text("project_vpc_id", 36).ifPresent(id -> {
            throw Refusal.of(404, "Project VPC " + id + " does not exist");
        });
        for (String name : new String[] {"service_integrations", "static_ips"}) {
            List<JsonNode> values = input.array(name, 64);
            if (!values.isEmpty()) {
                throw Refusal.of(
                        400, "The emulator has no " + name + ". Leave the property out, or run against Aiven.");
            }
        }
    }

    /** A real server keeps its version for life here, so an upgrade would only be claimed. */
    private void refuseNewServer(ServiceOrder before, ObjectNode config) {
        String type = before.type().code();
        Optional<String> running = engines.describe(type, bodies.toMap(before.userConfig()));
        Optional<String> wanted = engines.describe(type, bodies.toMap(config));
        if (!running.equals(wanted)) {
            throw Refusal.of(
                    400,
                    "The emulator cannot turn " + running.orElse("nothing") + " into " + wanted.orElse("nothing")
                            + ". Create a new service, or run against Aiven.");
        }
    }
}
