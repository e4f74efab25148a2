package io.github.aivenjunit.emulator.sequence;

import io.github.aivenjunit.emulator.sequence.Conversation.Answer;
import io.github.aivenjunit.emulator.sequence.World.ProjectModel;
import io.github.aivenjunit.emulator.sequence.World.ServiceModel;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Takes steps, and notes in the world what they should have done. */
final class Actor {

    private static final int MOST_PROJECTS = 3;
    private static final int MOST_SERVICES = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Conversation api;
    private final World world;
    private final Catalogue catalogue;
    private final EmulatorClock.Manual clock;
    private final ServiceContents contents;

    Actor(Conversation api, World world, Catalogue catalogue, EmulatorClock.Manual clock) {
        this.api = api;
        this.world = world;
        this.catalogue = catalogue;
        this.clock = clock;
        this.contents = new ServiceContents(api);
    }

    /** Whether there was something to do, and it succeeded. */
    boolean take(Step step) {
        Random random = new Random(step.draw());
        if (step.action() == Action.WAIT) {
            clock.advance(Duration.ofSeconds(random.nextInt((int) LONGEST_WAIT.toSeconds())));
            return true;
        }
        if (step.action() == Action.CREATE_PROJECT) {
            return createProject(random);
        }
        Optional<ProjectModel> project = any(world.projects.values(), random);
        return project.isPresent() && inProject(step.action(), project.get(), random);
    }

    private boolean inProject(Action action, ProjectModel project, Random random) {
        Optional<ServiceModel> service = any(project.services.values(), random);
        return switch (action) {
            case DELETE_PROJECT -> deleteProject(project);
            case TAG_PROJECT -> tag(project.path(), project.tags, random);
            case CREATE_SERVICE -> createService(project, random);
            case INTEGRATE -> integrate(project, random);
            case INVALID -> {
                new InvalidRequest(api)
                        .send(
                                random,
                                project.path(),
                                service.map(ServiceModel::path).orElse(project.path() + "/service/none"));
                yield true;
            }
            default -> service.isPresent() && inService(action, service.get(), random);
        };
    }

    private boolean inService(Action action, ServiceModel service, Random random) {
        return switch (action) {
            case DELETE_SERVICE -> deleteService(service);
            case POWER_OFF -> power(service, false);
            case POWER_ON -> power(service, true);
            case CHANGE_PLAN -> changePlan(service, random);
            case PROTECT -> protect(service, random.nextBoolean());
            case TAG_SERVICE -> tag(service.path(), service.tags, random);
            case MAINTAIN -> maintain(service);
            case SEPARATE -> separate(service, random);
            default -> contents.change(action, service, random);
        };
    }

    private boolean createProject(Random random) {
        String name = "project-" + random.nextInt(4);
        if (world.projects.size() >= MOST_PROJECTS && !world.projects.containsKey(name)) {
            return false;
        }
        Map<String, String> tags = tags(random);
        Answer answer = api.call("POST", "/project", "{'project':'" + name + "','tags':" + json(tags) + "}");
        Invariants.same("create of " + name, answer.status(), world.projects.containsKey(name) ? 409 : 200);
        if (answer.isSuccess()) {
            world.projects.put(name, new ProjectModel(name, tags));
            world.deletedProjects.remove(name);
        }
        return answer.isSuccess();
    }

    private boolean deleteProject(ProjectModel project) {
        Answer answer = api.call("DELETE", project.path(), "");
        Invariants.same("delete of " + project.name, answer.isSuccess(), project.services.isEmpty());
        if (answer.isSuccess()) {
            world.projects.remove(project.name);
            world.deletedProjects.add(project.name);
        }
        return answer.isSuccess();
    }

    private boolean createService(ProjectModel project, Random random) {
        String name = "service-" + random.nextInt(7);
        if (project.services.size() >= MOST_SERVICES && !project.services.containsKey(name)) {
            return false;
        }
        String type = catalogue.type(random);
        String plan = catalogue.plan(type, random);
        Map<String, String> tags = tags(random);
        Answer answer = api.call(
                "POST",
                project.path() + "/service",
                "{'service_name':'" + name + "','service_type':'" + type + "','plan':'" + plan
                        + "','cloud':'google-europe-west1','tags':" + json(tags) + "}");
        Invariants.same(
                "create of " + type + " " + plan + " " + name,
                answer.status(),
                project.services.containsKey(name) ? 409 : 200);
        if (answer.isSuccess()) {
            project.services.put(name, new ServiceModel(project, name, type, plan, tags));
            project.deletedServices.remove(name);
            project.told("service_create");
        }
        return answer.isSuccess();
    }

    private boolean deleteService(ServiceModel service) {
        Answer answer = api.call("DELETE", service.path(), "");
        Invariants.same("delete of " + service.name, answer.status(), service.isProtected ? 403 : 200);
        if (answer.isSuccess()) {
            service.project.services.remove(service.name);
            service.project.deletedServices.add(service.name);
            service.project.services.values().forEach(other -> other.integrations.removeAll(service.integrations));
            service.project.told("service_delete");
        }
        return answer.isSuccess();
    }

    private boolean power(ServiceModel service, boolean on) {
        Answer answer = api.call("PUT", service.path(), "{'powered':" + on + "}");
        Invariants.same("power of " + service.name, answer.status(), !on && service.isProtected ? 403 : 200);
        boolean changed = answer.isSuccess() && service.powered != on;
        if (changed) {
            service.powered = on;
            service.rebuilt = true;
            service.project.told(on ? "service_poweron" : "service_poweroff");
        }
        return changed;
    }

    private boolean changePlan(ServiceModel service, Random random) {
        String plan = catalogue.plan(service.type, random);
        Answer answer = api.call("PUT", service.path(), "{'plan':'" + plan + "'}");
        boolean changed = answer.isSuccess() && !plan.equals(service.plan);
        if (changed) {
            service.plan = plan;
            service.rebuilt = true;
            service.project.told("service_update");
        }
        return changed;
    }

    private boolean protect(ServiceModel service, boolean on) {
        Answer answer = api.call("PUT", service.path(), "{'termination_protection':" + on + "}");
        Invariants.same("protection of " + service.name, answer.status(), 200);
        if (service.isProtected != on) {
            service.isProtected = on;
            service.project.told("service_update");
        }
        return true;
    }

    private boolean maintain(ServiceModel service) {
        Answer answer = api.call("PUT", service.path() + "/maintenance/start", "{}");
        Invariants.same("maintenance of " + service.name, answer.status(), service.powered ? 200 : 409);
        if (answer.isSuccess()) {
            service.rebuilt = true;
            service.project.told("service_maintenance_start");
        }
        return answer.isSuccess();
    }

    private boolean integrate(ProjectModel project, Random random) {
        Optional<ServiceModel> kafka = ofType(project, "kafka", random);
        Optional<ServiceModel> connect = ofType(project, "kafka_connect", random);
        if (kafka.isEmpty() || connect.isEmpty()) {
            return false;
        }
        Answer answer = api.call(
                "POST",
                project.path() + "/integration",
                "{'integration_type':'kafka_connect','source_service':'" + kafka.get().name + "','dest_service':'"
                        + connect.get().name + "'}");
        if (answer.isSuccess()) {
            String id = answer.at("/service_integration/service_integration_id").asText();
            kafka.get().integrations.add(id);
            connect.get().integrations.add(id);
            project.told("service_integration_create");
        }
        return answer.isSuccess();
    }

    private boolean separate(ServiceModel service, Random random) {
        Optional<String> id = any(service.integrations, random);
        if (id.isEmpty()) {
            return false;
        }
        Answer answer = api.call("DELETE", service.project.path() + "/integration/" + id.get(), "");
        Invariants.same("delete of the integration " + id.get(), answer.status(), 200);
        service.project.services.values().forEach(other -> other.integrations.remove(id.get()));
        service.project.told("service_integration_delete");
        return true;
    }

    private boolean tag(String path, Map<String, String> tags, Random random) {
        Map<String, String> sent = tags(random);
        boolean replace = random.nextBoolean();
        Answer answer = api.call(replace ? "PUT" : "PATCH", path + "/tags", "{'tags':" + json(sent) + "}");
        Invariants.same("tags of " + path, answer.status(), 200);
        if (replace) {
            tags.clear();
        }
        tags.putAll(sent);
        return true;
    }

    private static Optional<ServiceModel> ofType(ProjectModel project, String type, Random random) {
        return any(
                project.services.values().stream()
                        .filter(service -> service.type.equals(type))
                        .toList(),
                random);
    }

    private static Map<String, String> tags(Random random) {
        Map<String, String> tags = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            tags.put("key-" + random.nextInt(4), "value " + random.nextInt(100));
        }
        return tags;
    }

    private static String json(Map<String, String> tags) {
        List<String> pairs = new ArrayList<>();
        tags.forEach((key, value) -> pairs.add("'" + key + "':'" + value + "'"));
        return "{" + String.join(",", pairs) + "}";
    }

    static <T> Optional<T> any(Collection<T> all, Random random) {
        // Drawn even when there is nothing to choose, so that later draws of the step stay what they are.
        int draw = random.nextInt(Integer.MAX_VALUE);
        return all.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(all).get(draw % all.size()));
    }
}
