package io.github.aivenjunit.emulator.internal.api;

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
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceOrder;
import io.github.aivenjunit.emulator.internal.state.Vpc;
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
    private static final String VPC = "project_vpc_id";
    private static final int VPC_LENGTH = 36;
    private static final int PLAN_LENGTH = 128;
    private static final int CLOUD_LENGTH = 256;

    private final Engines engines;
    private final Bodies bodies;

    ServiceOrders(Engines engines, Bodies bodies) {
        this.engines = engines;
        this.bodies = bodies;
    }

    /**
     * Reads a create call.
     *
     * @param origin the service whose data the new one starts with
     */
    ServiceOrder create(Project project, Input input, Optional<ServiceOrigin> origin) {
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
        ObjectNode sent =
                UserConfigs.ofNewService(type, input.object("user_config").orElse(Reply.object()));
        origin.ifPresent(found -> requireCopy(found, plan, sent));
        ObjectNode config = origin.map(found -> found.withVersion(sent)).orElse(sent);
        KafkaPlans.requireOffered(type, plan, config);
        engines.objection(type.code(), bodies.toMap(sent)).ifPresent(objection -> {
            throw Refusal.of(400, objection);
        });
        Optional<Input> maintenance = input.object("maintenance").map(Input::new);
        return new ServiceOrder(
                name,
                type,
                plan,
                cloud,
                vpcOfNewService(project, input, cloud),
                disk(input, plan).orElse(plan.diskMb()),
                UserConfigs.withDefaults(type, config),
                input.flag("termination_protection").orElse(false),
                maintenance.flatMap(window -> window.oneOf("dow", DAYS)).orElse(DEFAULT_DAY),
                maintenance.flatMap(window -> window.text("time", 8, TIME)).orElse(DEFAULT_TIME),
                input.emails("tech_emails", MOST_EMAILS).orElse(List.of()));
    }

    ServiceOrder update(Project project, ServiceOrder before, Input input) {
        CloudOffer cloud =
                input.text("cloud", CLOUD_LENGTH).map(Catalogue.get()::cloud).orElse(before.cloud());
        PlanOffer plan = before.type()
                .plan(input.text("plan", PLAN_LENGTH).orElse(before.plan().name()), cloud);
        ObjectNode config = input.object("user_config")
                .map(change -> UserConfigs.merge(before.type(), before.userConfig(), change))
                .orElse(before.userConfig());
        KafkaPlans.requireOffered(before.type(), plan, config);
        refuseNewServer(before, config);
        refusePromotion(before, config);
        Optional<Input> maintenance = input.object("maintenance").map(Input::new);
        int diskOfPlan = plan.equals(before.plan()) ? before.diskMb() : plan.diskMb();
        return new ServiceOrder(
                before.name(),
                before.type(),
                plan,
                cloud,
                vpc(project, input, before, cloud),
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

    /** Aiven API: without the key a service lands in the project's VPC of its cloud, with null on the public network. */
    private static Optional<String> vpcOfNewService(Project project, Input input, CloudOffer cloud) {
        if (input.has(VPC)) {
            return input.text(VPC, VPC_LENGTH)
                    .map(id -> project.vpcs().usable(id, cloud.name()).id());
        }
        return project.vpcs().activeIn(cloud.name()).map(Vpc::id);
    }

    /** Without the key a service stays in its network, unless that is in a cloud which the service leaves. */
    private static Optional<String> vpc(Project project, Input input, ServiceOrder before, CloudOffer cloud) {
        boolean stays = !input.has(VPC);
        if (stays && cloud.equals(before.cloud())) {
            return before.vpcId();
        }
        if (stays && before.vpcId().isEmpty()) {
            return Optional.empty();
        }
        return vpcOfNewService(project, input, cloud);
    }

    private void requireCopy(ServiceOrigin origin, PlanOffer plan, ObjectNode sent) {
        if (plan.isFree()) {
            throw Refusal.of(403, "Current service plan does not include forks and read replicas");
        }
        Service source = origin.source();
        String type = source.type().code();
        if (source.type().backsUpFirst() && source.backups().isEmpty()) {
            throw Refusal.of(400, "Service '" + source.name() + "' has no backup yet");
        }
        Optional<String> engine =
                engines.describe(type, bodies.toMap(source.order().userConfig()));
        if (engine.isEmpty()) {
            return;
        }
        if (!engines.canCopy(type)) {
            throw Refusal.of(
                    400,
                    "The emulator cannot start " + engine.get() + " with the data of another service. Create an empty"
                            + " service, or run against Aiven.");
        }
        String key = source.type().versionKey();
        if (sent.has(key) && !sent.get(key).equals(source.order().userConfig().get(key))) {
            throw Refusal.of(
                    400,
                    "The emulator cannot start a copy of " + engine.get() + " with " + key + " "
                            + sent.get(key).asText() + ". Leave it out, or run against Aiven.");
        }
        if (sent.has("recovery_target_time") || sent.has("recovery_basebackup_name")) {
            throw Refusal.of(
                    400,
                    "The emulator keeps no backups. Leave recovery_target_time and recovery_basebackup_name out to copy"
                            + " the present data, or run against Aiven.");
        }
    }

    private static void refusePromotion(ServiceOrder before, ObjectNode config) {
        String key = before.type().code() + "_read_replica";
        if (before.userConfig().path(key).asBoolean() != config.path(key).asBoolean()) {
            throw Refusal.of(
                    400, "The emulator cannot change " + key + ". Create a fork instead, or run against Aiven.");
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
