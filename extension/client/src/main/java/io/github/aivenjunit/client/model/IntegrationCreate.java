package io.github.aivenjunit.client.model;

import java.util.Optional;

/**
 * A service integration to create: a type, a source and a destination, each a service or an external endpoint.
 *
 * @param integrationType for example {@code kafka_connect}, {@code logs} or {@code read_replica}
 * @param sourceProject default: the project in which it is created
 * @param destProject default: the project in which it is created
 * @param userConfig can hold secrets; {@link #toString()} shows its keys only
 */
public record IntegrationCreate(
        String integrationType,
        Optional<String> sourceService,
        Optional<String> sourceEndpointId,
        Optional<String> sourceProject,
        Optional<String> destService,
        Optional<String> destEndpointId,
        Optional<String> destProject,
        UserConfig userConfig) {

    public IntegrationCreate {
        integrationType = Missing.required(integrationType, "integration type");
    }

    public static Builder builder(String integrationType) {
        return new Builder(integrationType);
    }

    /** Collects the ends. Not thread-safe. */
    public static final class Builder {

        private final String integrationType;
        private Optional<String> sourceService = Optional.empty();
        private Optional<String> sourceEndpointId = Optional.empty();
        private Optional<String> sourceProject = Optional.empty();
        private Optional<String> destService = Optional.empty();
        private Optional<String> destEndpointId = Optional.empty();
        private Optional<String> destProject = Optional.empty();
        private UserConfig userConfig = UserConfig.empty();

        private Builder(String integrationType) {
            this.integrationType = integrationType;
        }

        public Builder sourceService(String sourceService) {
            this.sourceService = Optional.of(sourceService);
            return this;
        }

        public Builder sourceEndpointId(String sourceEndpointId) {
            this.sourceEndpointId = Optional.of(sourceEndpointId);
            return this;
        }

        public Builder sourceProject(String sourceProject) {
            this.sourceProject = Optional.of(sourceProject);
            return this;
        }

        public Builder destService(String destService) {
            this.destService = Optional.of(destService);
            return this;
        }

        public Builder destEndpointId(String destEndpointId) {
            this.destEndpointId = Optional.of(destEndpointId);
            return this;
        }

        public Builder destProject(String destProject) {
            this.destProject = Optional.of(destProject);
            return this;
        }

        public Builder userConfig(UserConfig userConfig) {
            this.userConfig = userConfig;
            return this;
        }

        public IntegrationCreate build() {
            return new IntegrationCreate(
                    integrationType,
                    sourceService,
                    sourceEndpointId,
                    sourceProject,
                    destService,
                    destEndpointId,
                    destProject,
                    userConfig);
        }
    }
}
