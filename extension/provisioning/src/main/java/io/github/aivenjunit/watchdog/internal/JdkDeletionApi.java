package io.github.aivenjunit.watchdog.internal;

import io.github.aivenjunit.deletion.internal.DeletionApi;
import io.github.aivenjunit.deletion.internal.DeletionApiException;
import io.github.aivenjunit.lease.internal.Ownership;
import io.github.aivenjunit.ledger.internal.JsonText;
import io.github.aivenjunit.watchdog.internal.JdkHttp.Request;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deletes with nothing but the JDK. Nobody hears of failures here: what they leave stays in the journal. */
final class JdkDeletionApi implements DeletionApi {

    private final JdkHttp http;
    private final Optional<String> organization;

    JdkDeletionApi(JdkHttp http, Optional<String> organization) {
        this.http = http;
        this.organization = organization;
    }

    @Override
    public Optional<Map<String, String>> projectTags(String project) {
        try {
            return Optional.of(http.send(Request.get(projectPath(project)), this::projectTags));
        } catch (DeletionApiException.Refused e) {
            if (e.notFound() || notMember(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public List<FoundService> services(String project) {
        return memberOf(() -> http.send(Request.get(classicPath(project) + "/service"), JdkDeletionApi::services));
    }

    @Override
    public void liftProtection(String project, String service) {
        memberOf(() -> {
            http.send(Request.put(servicePath(project, service), "{\"termination_protection\":false}"));
            return true;
        });
    }

    @Override
    public void deleteService(String project, String service) {
        delete(servicePath(project, service));
    }

    @Override
    public boolean hasService(String project, String service) {
        try {
            return memberOf(() -> {
                http.send(Request.get(servicePath(project, service)));
                return true;
            });
        } catch (DeletionApiException.Refused e) {
            if (e.notFound()) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void deleteProject(String project) {
        delete(projectPath(project));
    }

    /** PATCH is unknown to this client of the JDK, so all tags are written again; nobody else writes them now. */
    @Override
    public void markTombstone(String project, Instant emptied) {
        String path = classicPath(project) + "/tags";
        Map<String, String> tags = new HashMap<>(http.send(Request.get(path), JdkDeletionApi::tags));
        tags.put(Ownership.TOMBSTONE_TAG, emptied.toString());
        http.send(Request.put(path, JsonText.of(Map.of("tags", tags))));
    }

    /** There is nobody to be told. */
    @Override
    public Optional<String> hourlyPrice(String project, FoundService service) {
        return Optional.empty();
    }

    private void delete(String path) {
        try {
            memberOf(() -> {
                http.send(Request.delete(path));
                return true;
            });
        } catch (DeletionApiException.Refused e) {
            if (!e.notFound()) {
                throw e;
            }
        }
    }

    /** A request that can fail. */
    private interface Call<T> {
        T send();
    }

    /** Aiven API: for a moment after its create and after its delete, one is no member of one's own project. */
    private static <T> T memberOf(Call<T> call) {
        try {
            return call.send();
        } catch (DeletionApiException.Refused e) {
            if (notMember(e)) {
                throw new DeletionApiException.TryAgain(String.valueOf(e.getMessage()), e);
            }
            throw e;
        }
    }

    private static boolean notMember(DeletionApiException.Refused refusal) {
        return refusal.forbidden() && refusal.apiMessage().startsWith("Not a project member");
    }

    private Map<String, String> projectTags(JsonReader json) throws IOException {
        // The organization's endpoints write a project without a name around it.
        if (organization.isPresent()) {
            return tags(json);
        }
        Map<String, String> tags = new HashMap<>();
        json.document(name -> {
            if (!name.equals("project")) {
                return false;
            }
            json.object(field -> tagsField(json, field, tags));
            return true;
        });
        return tags;
    }

    private static Map<String, String> tags(JsonReader json) throws IOException {
        Map<String, String> tags = new HashMap<>();
        json.document(field -> tagsField(json, field, tags));
        return tags;
    }

    private static boolean tagsField(JsonReader json, String field, Map<String, String> tags) throws IOException {
        if (!field.equals("tags") || json.isNull()) {
            return field.equals("tags");
        }
        tags.putAll(json.texts());
        return true;
    }

    private static List<FoundService> services(JsonReader json) throws IOException {
        List<FoundService> services = new ArrayList<>();
        boolean[] listed = new boolean[1];
        json.document(name -> {
            if (!name.equals("services")) {
                return false;
            }
            listed[0] = true;
            json.array(() -> services.add(ServiceFields.read(json)));
            return true;
        });
        if (!listed[0]) {
            throw new MalformedJsonException("The answer has no list of services.");
        }
        return services;
    }

    private String projectPath(String project) {
        return organization
                .map(id -> "/v1/organization/" + segment(id) + "/project/" + segment(project))
                .orElseGet(() -> classicPath(project));
    }

    private static String classicPath(String project) {
        return "/v1/project/" + segment(project);
    }

    private static String servicePath(String project, String service) {
        return classicPath(project) + "/service/" + segment(service);
    }

    private static String segment(String name) {
        // A blank name would address the list above it, and dots are folded away.
        if (name.isBlank() || name.equals(".") || name.equals("..")) {
            throw new DeletionApiException.Refused("The name '" + name + "' names nothing.", 0, "", Optional.empty());
        }
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
