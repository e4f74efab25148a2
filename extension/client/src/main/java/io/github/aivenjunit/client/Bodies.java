package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.client.model.ProjectUpdate;
import io.github.aivenjunit.client.model.ServiceCreate;
import io.github.aivenjunit.client.model.ServiceUpdate;
import io.github.aivenjunit.client.model.ServiceUserCreate;
import io.github.aivenjunit.client.model.UserConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requests of the model as the API wants them: an absent key and an explicit null are different things. */
final class Bodies {

    private static final String CLOUD = "cloud";
    private static final String TAGS = "tags";

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private Bodies() {}

    static Map<String, Object> classicProject(ProjectCreate request, Optional<String> accountId) {
        return new Bodies()
                .with("project", request.project())
                .with(CLOUD, request.cloud())
                .with("billing_group_id", request.billingGroupId())
                .with("account_id", accountId)
                .with(TAGS, request.tags())
                .with("tech_emails", nonEmpty(request.techEmails()))
                .done();
    }

    static Map<String, Object> organizationProject(
            ProjectCreate request, Optional<String> accountId, String billingGroupId) {
        return new Bodies()
                .with("project_id", request.project())
                .with("billing_group_id", billingGroupId)
                .with("parent_id", accountId)
                .with(TAGS, request.tags())
                .with("tech_emails", nonEmpty(request.techEmails()))
                .done();
    }

    static Map<String, Object> classicProject(ProjectUpdate request, Optional<String> accountId) {
        return project(request)
                .with(CLOUD, request.cloud())
                .with("account_id", accountId)
                .done();
    }

    static Map<String, Object> organizationProject(ProjectUpdate request, Optional<String> accountId) {
        return project(request).with("parent_id", accountId).done();
    }

    static Map<String, Object> service(ServiceCreate request) {
        return new Bodies()
                .with("service_name", request.serviceName())
                .with("service_type", request.serviceType())
                .with("plan", request.plan())
                .with(CLOUD, request.cloud())
                .with("user_config", request.userConfig().asMap())
                .with(TAGS, request.tags())
                .with("disk_space_mb", request.diskSpaceMb())
                .with("termination_protection", request.terminationProtection())
                .orNull("project_vpc_id", request.projectVpcId())
                .done();
    }

    static Map<String, Object> service(ServiceUpdate request) {
        return new Bodies()
                .with("powered", request.powered())
                .with("termination_protection", request.terminationProtection())
                .with("plan", request.plan())
                .with(CLOUD, request.cloud())
                .with("user_config", request.userConfig().map(UserConfig::asMap))
                .with("disk_space_mb", request.diskSpaceMb())
                .with("project_vpc_id", request.projectVpcId())
                .done();
    }

    static Map<String, Object> user(ServiceUserCreate request) {
        Map<String, Object> accessControl = request.accessControl();
        return new Bodies()
                .with("username", request.username())
                .with("authentication", request.authentication())
                .with("access_control", accessControl.isEmpty() ? Optional.empty() : Optional.of(accessControl))
                .done();
    }

    static Map<String, Object> tags(Map<String, String> tags) {
        return Map.of(TAGS, tags);
    }

    /** A null value deletes the key (Aiven API). */
    static Map<String, Object> tagChanges(Map<String, Optional<String>> changes) {
        Bodies tags = new Bodies();
        changes.forEach(tags::orNull);
        return Map.of(TAGS, tags.done());
    }

    private static Bodies project(ProjectUpdate request) {
        return new Bodies()
                .with("project_name", request.projectName())
                .with("billing_group_id", request.billingGroupId())
                .with(TAGS, request.tags())
                .with("tech_emails", request.techEmails().map(Bodies::emails));
    }

    private static Optional<List<Map<String, String>>> nonEmpty(List<String> emails) {
        return emails.isEmpty() ? Optional.empty() : Optional.of(emails(emails));
    }

    private static List<Map<String, String>> emails(List<String> emails) {
        return emails.stream().map(email -> Map.of("email", email)).toList();
    }

    private Bodies with(String key, Object value) {
        fields.put(key, value);
        return this;
    }

    private Bodies with(String key, Optional<?> value) {
        value.ifPresent(present -> fields.put(key, present));
        return this;
    }

    private Bodies orNull(String key, Optional<?> value) {
        fields.put(key, value.orElse(null));
        return this;
    }

    private Map<String, Object> done() {
        return fields;
    }
}
