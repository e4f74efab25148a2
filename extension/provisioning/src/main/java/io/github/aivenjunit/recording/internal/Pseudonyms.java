package io.github.aivenjunit.recording.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Names in place of those that a recording does not tell: the same for the same. Thread-safe. */
final class Pseudonyms {

    /** The words of the API's own paths. Whatever is not here is a name or an id. */
    private static final Set<String> FIXED = Set.of(
            "",
            "v1",
            "v2",
            "project",
            "projects",
            "service",
            "organization",
            "organizations",
            "account",
            "me",
            "clouds",
            "service_types",
            "service-types",
            "service_versions",
            "plans",
            "pricing",
            "kms",
            "ca",
            "events",
            "tags",
            "vpcs",
            "static-ips",
            "available",
            "billing-group",
            "billing-groups",
            "maintenance",
            "start",
            "logs",
            "backups",
            "metrics",
            "user",
            "credentials",
            "reset",
            "db",
            "topic",
            "acl",
            "kafka",
            "schema",
            "subjects",
            "versions",
            "config",
            "compatibility",
            "connectors",
            "quota",
            "connection_pool",
            "pg",
            "clickhouse",
            "query",
            "integration",
            "integration_endpoint",
            "access_token");

    /** What stands before a name, and what it is then called. */
    private static final Map<String, String> CALLED =
            Map.of("project", "project", "projects", "project", "service", "service", "organization", "organization");

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> counted = new HashMap<>();

    /** The path with every name replaced. */
    String path(String path) {
        StringBuilder replaced = new StringBuilder();
        String before = "";
        String project = "";
        for (String segment : path.split("/", -1)) {
            String called = CALLED.getOrDefault(before, "");
            String shown = segment;
            if (called.equals("service")) {
                shown = service(project, segment);
            } else if (!called.isEmpty() && !segment.isEmpty()) {
                shown = of(called, segment);
                project = called.equals("project") ? segment : project;
            } else if (!FIXED.contains(segment)) {
                shown = of("name", segment);
            }
            replaced.append(replaced.length() == 0 && segment.isEmpty() ? "" : "/")
                    .append(shown);
            before = called.isEmpty() ? segment : "";
        }
        return replaced.toString();
    }

    /** Services of different projects can have one name. */
    String service(String project, String service) {
        return of("service", project + "/" + service);
    }

    private synchronized String of(String kind, String name) {
        return names.computeIfAbsent(kind + " " + name, unknown -> kind + "-" + counted.merge(kind, 1, Integer::sum));
    }

    /** The project that a path is about, or nothing. */
    static String project(String path) {
        String before = "";
        for (String segment : path.split("/", -1)) {
            if ("project".equals(CALLED.get(before))) {
                return segment;
            }
            before = segment;
        }
        return "";
    }
}
