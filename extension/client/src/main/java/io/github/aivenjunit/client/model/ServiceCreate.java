package io.github.aivenjunit.client.model;

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
        Optional<String> projectVpcId) {

    public ServiceCreate {
        serviceName = Missing.required(serviceName, "service name");
        serviceType = Missing.required(serviceType, "service type");
        plan = Missing.required(plan, "plan");
        tags = Missing.map(tags);
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

        public ServiceCreate build() {
            return new ServiceCreate(
                    serviceName,
                    serviceType,
                    plan,
                    cloud,
                    userConfig,
                    tags,
                    diskSpaceMb,
                    terminationProtection,
                    projectVpcId);
        }
    }
}
