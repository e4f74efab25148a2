package io.github.aivenjunit.client.model;

import java.util.List;
import java.util.Optional;

/**
 * A change to a service. What is empty is not sent and stays as it is.
 *
 * @param powered off stops charges at once, and loses what has no backup
 * @param terminationProtection while on, Aiven refuses to delete the service or to switch it off
 * @param plan the plan to move to
 * @param cloud the cloud to move to
 * @param userConfig merged into what is set; a null value puts a key back to its default
 * @param diskSpaceMb the new size of the disk
 * @param projectVpcId the VPC to move to
 * @param maintenance when updates are installed
 * @param techEmails who hears of trouble; all of them anew
 * @param karapace whether Karapace serves schema registry and REST
 * @param schemaRegistryAuthz whether the schema registry asks for rights
 * @param cmkId the customer managed key that encrypts the disks
 * @param disasterRecoveryRole the part that the service takes in disaster recovery
 * @param allowUncleanPoweroff whether it may be switched off although that loses data
 */
public record ServiceUpdate(
        Optional<Boolean> powered,
        Optional<Boolean> terminationProtection,
        Optional<String> plan,
        Optional<String> cloud,
        Optional<UserConfig> userConfig,
        Optional<Long> diskSpaceMb,
        Optional<String> projectVpcId,
        Optional<MaintenanceWindow> maintenance,
        Optional<List<String>> techEmails,
        Optional<Boolean> karapace,
        Optional<Boolean> schemaRegistryAuthz,
        Optional<String> cmkId,
        Optional<String> disasterRecoveryRole,
        boolean allowUncleanPoweroff) {

    public ServiceUpdate {
        techEmails = techEmails.map(Missing::list);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the changes. Not thread-safe. */
    public static final class Builder {

        private Optional<Boolean> powered = Optional.empty();
        private Optional<Boolean> terminationProtection = Optional.empty();
        private Optional<String> plan = Optional.empty();
        private Optional<String> cloud = Optional.empty();
        private Optional<UserConfig> userConfig = Optional.empty();
        private Optional<Long> diskSpaceMb = Optional.empty();
        private Optional<String> projectVpcId = Optional.empty();
        private Optional<MaintenanceWindow> maintenance = Optional.empty();
        private Optional<List<String>> techEmails = Optional.empty();
        private Optional<Boolean> karapace = Optional.empty();
        private Optional<Boolean> schemaRegistryAuthz = Optional.empty();
        private Optional<String> cmkId = Optional.empty();
        private Optional<String> disasterRecoveryRole = Optional.empty();
        private boolean allowUncleanPoweroff;

        private Builder() {}

        public Builder powered(boolean powered) {
            this.powered = Optional.of(powered);
            return this;
        }

        public Builder terminationProtection(boolean terminationProtection) {
            this.terminationProtection = Optional.of(terminationProtection);
            return this;
        }

        public Builder plan(String plan) {
            this.plan = Optional.of(plan);
            return this;
        }

        public Builder cloud(String cloud) {
            this.cloud = Optional.of(cloud);
            return this;
        }

        public Builder userConfig(UserConfig userConfig) {
            this.userConfig = Optional.of(userConfig);
            return this;
        }

        public Builder diskSpaceMb(long diskSpaceMb) {
            this.diskSpaceMb = Optional.of(diskSpaceMb);
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

        public Builder techEmails(List<String> techEmails) {
            this.techEmails = Optional.of(techEmails);
            return this;
        }

        public Builder karapace(boolean karapace) {
            this.karapace = Optional.of(karapace);
            return this;
        }

        public Builder schemaRegistryAuthz(boolean schemaRegistryAuthz) {
            this.schemaRegistryAuthz = Optional.of(schemaRegistryAuthz);
            return this;
        }

        public Builder cmkId(String cmkId) {
            this.cmkId = Optional.of(cmkId);
            return this;
        }

        public Builder disasterRecoveryRole(String disasterRecoveryRole) {
            this.disasterRecoveryRole = Optional.of(disasterRecoveryRole);
            return this;
        }

        public Builder allowUncleanPoweroff() {
            this.allowUncleanPoweroff = true;
            return this;
        }

        public ServiceUpdate build() {
            return new ServiceUpdate(
                    powered,
                    terminationProtection,
                    plan,
                    cloud,
                    userConfig,
                    diskSpaceMb,
                    projectVpcId,
                    maintenance,
                    techEmails,
                    karapace,
                    schemaRegistryAuthz,
                    cmkId,
                    disasterRecoveryRole,
                    allowUncleanPoweroff);
        }
    }
}
