package io.github.aivenjunit.emulator.sequence;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What should exist, by the requests that succeeded. */
final class World {

    final Map<String, ProjectModel> projects = new TreeMap<>();
    final Set<String> deletedProjects = new HashSet<>();

    static final class ProjectModel {

        final String name;
        final Map<String, ServiceModel> services = new TreeMap<>();
        final Set<String> deletedServices = new HashSet<>();
        Map<String, String> tags;
        /** How many events of each type there should be. */
        final Map<String, Integer> events = new TreeMap<>(Map.of("project_create", 1));

        ProjectModel(String name, Map<String, String> tags) {
            this.name = name;
            this.tags = tags;
        }

        void told(String event) {
            events.merge(event, 1, Integer::sum);
        }

        String path() {
            return "/project/" + name;
        }
    }

    static final class ServiceModel {

        final ProjectModel project;
        final String name;
        final String type;
        String plan;
        boolean isProtected;
        boolean powered = true;
        Map<String, String> tags;
        final Set<String> users = new TreeSet<>();
        final Set<String> databases = new TreeSet<>();
        final Set<String> topics = new TreeSet<>();
        final Set<String> integrations = new TreeSet<>();
        Instant updated = Instant.EPOCH;
        Map<String, Integer> ports = Map.of();
        Optional<String> state = Optional.empty();
        /** Whether the last step may have sent it back to REBUILDING. */
        boolean rebuilt;

        ServiceModel(ProjectModel project, String name, String type, String plan, Map<String, String> tags) {
            this.project = project;
            this.name = name;
            this.type = type;
            this.plan = plan;
            this.tags = tags;
        }

        String path() {
            return project.path() + "/service/" + name;
        }
    }
}
