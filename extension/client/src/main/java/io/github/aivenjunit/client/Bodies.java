package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.AccessTokenCreate;
import io.github.aivenjunit.client.model.IntegrationCreate;
import io.github.aivenjunit.client.model.MaintenanceWindow;
import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.client.model.ProjectUpdate;
import io.github.aivenjunit.client.model.ServiceCreate;
import io.github.aivenjunit.client.model.ServiceUpdate;
import io.github.aivenjunit.client.model.ServiceUserCreate;
import io.github.aivenjunit.client.model.UserConfig;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requests of the model as the API wants them: an absent key and an explicit null are different things. */
final class Bodies {

    private static final String CLOUD = "cloud";
    private static final String TAGS = "tags";
    private static final DateTimeFormatter FULL_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private Bodies() {}

    static Bodies empty() {
        return new Bodies();
    }

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
                .with("maintenance", request.maintenance().map(Bodies::maintenance))
                .with("service_integrations", nonEmptyIntegrations(request.serviceIntegrations()))
                .with("tech_emails", nonEmpty(request.techEmails()))
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
                .with("maintenance", request.maintenance().map(Bodies::maintenance))
                .with("tech_emails", request.techEmails().map(Bodies::emails))
                .with("karapace", request.karapace())
                .with("schema_registry_authz", request.schemaRegistryAuthz())
                .with("cmk_id", request.cmkId())
                .with("disaster_recovery_role", request.disasterRecoveryRole())
                .done();
    }

    static Map<String, Object> integration(IntegrationCreate request) {
        return new Bodies()
                .with("integration_type", request.integrationType())
                .with("source_service", request.sourceService())
                .with("source_endpoint_id", request.sourceEndpointId())
                .with("source_project", request.sourceProject())
                .with("dest_service", request.destService())
                .with("dest_endpoint_id", request.destEndpointId())
                .with("dest_project", request.destProject())
                .with("user_config", Optional.of(request.userConfig().asMap()).filter(config -> !config.isEmpty()))
                .done();
    }

    static Map<String, Object> accessToken(AccessTokenCreate request) {
        return new Bodies()
                .with("description", request.description())
                .with("max_age_seconds", request.maxAge().map(Duration::toSeconds))
                .with("extend_when_used", Optional.of(request.extendWhenUsed()).filter(extend -> extend))
                .with("scopes", Optional.of(request.scopes()).filter(scopes -> !scopes.isEmpty()))
                .with("ip_allowlist", Optional.of(request.ipAllowlist()).filter(addresses -> !addresses.isEmpty()))
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

    private static Map<String, String> maintenance(MaintenanceWindow window) {
        return Map.of(
                "dow",
                window.day().name().toLowerCase(Locale.ROOT),
                "time",
                window.time().format(FULL_SECONDS));
    }

    private static Optional<List<Map<String, Object>>> nonEmptyIntegrations(List<IntegrationCreate> integrations) {
        return integrations.isEmpty()
                ? Optional.empty()
                : Optional.of(integrations.stream().map(Bodies::integration).toList());
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

    Bodies with(String key, Object value) {
        fields.put(key, value);
        return this;
    }

    Bodies with(String key, Optional<?> value) {
        value.ifPresent(present -> fields.put(key, present));
        return this;
    }

    Bodies orNull(String key, Optional<?> value) {
        fields.put(key, value.orElse(null));
        return this;
    }

    Map<String, Object> done() {
        return fields;
    }
}
