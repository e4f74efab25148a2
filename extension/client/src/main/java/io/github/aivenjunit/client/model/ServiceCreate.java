package io.github.aivenjunit.client.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service to create.
 *
 * @param serviceName unique in the project
 * @param serviceType for example {@code pg}
 * @param plan for example {@code startup-4}
 * @param cloud default: the project's
 * @param userConfig settings of the type; can hold secrets, so {@link #toString()} shows its keys only
 * @param tags key and value
 * @param diskSpaceMb default: the plan's
 * @param terminationProtection default: off
 * @param projectVpcId without it the service is on the public network. The client then sends an explicit null: were the
 *     key missing, Aiven would place the service in the project's VPC where there is one
 * @param maintenance default: Aiven draws a window
 * @param serviceIntegrations those that the service needs from its start, such as {@code read_replica}
 * @param techEmails who hears of trouble
 */
public record ServiceCreate(
        String serviceName,
        String serviceType,
        String plan,
        Optional<String> cloud,
        UserConfig userConfig,
        Map<String, String> tags,
        Optional<Long> diskSpaceMb,
        Optional<Boolean> terminationProtection,
        Optional<String> projectVpcId,
        Optional<MaintenanceWindow> maintenance,
        List<IntegrationCreate> serviceIntegrations,
        List<String> techEmails) {

    private static final String FORKED_FROM = "service_to_fork_from";

    public ServiceCreate {
        serviceName = Missing.required(serviceName, "service name");
        serviceType = Missing.required(serviceType, "service type");
        plan = Missing.required(plan, "plan");
        tags = Missing.map(tags);
        serviceIntegrations = Missing.list(serviceIntegrations);
        techEmails = Missing.list(techEmails);
    }

    public static Builder builder(String serviceName, String serviceType, String plan) {
        return new Builder(serviceName, serviceType, plan);
    }

    /** Collects the optional parts. Not thread-safe. */
    public static final class Builder {

        private final String serviceName;
        private final String serviceType;
        private final String plan;
        private Optional<String> cloud = Optional.empty();
        private UserConfig userConfig = UserConfig.empty();
        private Map<String, String> tags = Map.of();
        private Optional<Long> diskSpaceMb = Optional.empty();
        private Optional<Boolean> terminationProtection = Optional.empty();
        private Optional<String> projectVpcId = Optional.empty();
        private Optional<MaintenanceWindow> maintenance = Optional.empty();
        private List<IntegrationCreate> serviceIntegrations = List.of();
        private List<String> techEmails = List.of();
        private final Map<String, Object> origin = new LinkedHashMap<>();
        private Optional<IntegrationCreate> replication = Optional.empty();

        private Builder(String serviceName, String serviceType, String plan) {
            this.serviceName = serviceName;
            this.serviceType = serviceType;
            this.plan = plan;
        }

        public Builder cloud(String cloud) {
            this.cloud = Optional.of(cloud);
            return this;
        }

        public Builder userConfig(UserConfig userConfig) {
            this.userConfig = userConfig;
            return this;
        }

        public Builder tags(Map<String, String> tags) {
            this.tags = tags;
            return this;
        }

        public Builder diskSpaceMb(long diskSpaceMb) {
            this.diskSpaceMb = Optional.of(diskSpaceMb);
            return this;
        }

        public Builder terminationProtection(boolean terminationProtection) {
            this.terminationProtection = Optional.of(terminationProtection);
            return this;
        }

        public Builder projectVpcId(String projectVpcId) {
            this.projectVpcId = Optional.of(projectVpcId);
            return this;
        }

        public Builder maintenance(MaintenanceWindow maintenance) {
            this.maintenance = Optional.of(maintenance);
            return this;
        }

        public Builder serviceIntegrations(List<IntegrationCreate> serviceIntegrations) {
            this.serviceIntegrations = serviceIntegrations;
            return this;
        }

        public Builder techEmails(List<String> techEmails) {
            this.techEmails = techEmails;
            return this;
        }

        /** Starts the service with the data of the last backup of another one, by a setting beside the others. */
        public Builder forkOf(String service) {
            originate(Map.of(FORKED_FROM, service));
            return this;
        }

        /** Starts the service with the data that another one had at that time. */
        public Builder forkOf(String service, Instant recoveryTargetTime) {
            originate(Map.of(FORKED_FROM, service, "recovery_target_time", recoveryTargetTime.toString()));
            return this;
        }

        /**
         * Makes the service a read-only copy that follows another one: for PostgreSQL by settings, for every other type by
         * an integration (Aiven API).
         */
        public Builder readReplicaOf(String service) {
            if (serviceType.equals("pg")) {
                originate(Map.of(FORKED_FROM, service, "pg_read_replica", true));
            } else {
                originate(Map.of());
                replication = Optional.of(IntegrationCreate.builder("read_replica")
                        .sourceService(service)
                        .build());
            }
            return this;
        }

        /** A service has one origin: the last one asked for. */
        private void originate(Map<String, Object> settings) {
            origin.clear();
            origin.putAll(settings);
            replication = Optional.empty();
        }

        public ServiceCreate build() {
            List<IntegrationCreate> integrations = new ArrayList<>(serviceIntegrations);
            replication.ifPresent(integrations::add);
            return new ServiceCreate(
                    serviceName,
                    serviceType,
                    plan,
                    cloud,
                    origin.isEmpty() ? userConfig : userConfig.with(origin),
                    tags,
                    diskSpaceMb,
                    terminationProtection,
                    projectVpcId,
                    maintenance,
                    integrations,
                    techEmails);
        }
    }
}
