package io.github.aivenjunit.client.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change to a project. What is empty stays as it is.
 *
 * @param projectName the new name; needs every service powered off (Aiven API)
 * @param cloud the default cloud of its services; only the classic endpoint takes it
 * @param billingGroupId who pays
 * @param parentId the unit to move to, as account id ({@code a225...}) or organization id ({@code org...})
 * @param tags replace all tags
 * @param techEmails replace all addresses
 */
public record ProjectUpdate(
        Optional<String> projectName,
        Optional<String> cloud,
        Optional<String> billingGroupId,
        Optional<String> parentId,
        Optional<Map<String, String>> tags,
        Optional<List<String>> techEmails) {

    public ProjectUpdate {
        tags = tags.map(Missing::map);
        techEmails = techEmails.map(List::copyOf);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the changes. Not thread-safe. */
    public static final class Builder {

        private Optional<String> projectName = Optional.empty();
        private Optional<String> cloud = Optional.empty();
        private Optional<String> billingGroupId = Optional.empty();
        private Optional<String> parentId = Optional.empty();
        private Optional<Map<String, String>> tags = Optional.empty();
        private Optional<List<String>> techEmails = Optional.empty();

        private Builder() {}

        public Builder projectName(String projectName) {
            this.projectName = Optional.of(projectName);
            return this;
        }

        public Builder cloud(String cloud) {
            this.cloud = Optional.of(cloud);
            return this;
        }

        public Builder billingGroupId(String billingGroupId) {
            this.billingGroupId = Optional.of(billingGroupId);
            return this;
        }

        public Builder parentId(String parentId) {
            this.parentId = Optional.of(parentId);
            return this;
        }

        public Builder tags(Map<String, String> tags) {
            this.tags = Optional.of(tags);
            return this;
        }

        public Builder techEmails(List<String> techEmails) {
            this.techEmails = Optional.of(techEmails);
            return this;
        }

        public ProjectUpdate build() {
            return new ProjectUpdate(projectName, cloud, billingGroupId, parentId, tags, techEmails);
        }
    }
}
