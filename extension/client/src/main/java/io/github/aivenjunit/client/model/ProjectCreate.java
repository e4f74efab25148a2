package io.github.aivenjunit.client.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A project to create.
 *
 * @param project its name, unique among all customers of Aiven
 * @param cloud the default cloud of its services; only the classic endpoint takes it
 * @param billingGroupId who pays. Without it the organization endpoint takes the organization's only group, and the
 *     classic endpoint makes a new one, which outlives the project
 * @param parentId an organizational unit, as account id ({@code a225...}) or organization id ({@code org...})
 * @param tags key and value
 * @param techEmails whom Aiven writes to about technical matters
 */
public record ProjectCreate(
        String project,
        Optional<String> cloud,
        Optional<String> billingGroupId,
        Optional<String> parentId,
        Map<String, String> tags,
        List<String> techEmails) {

    public ProjectCreate {
        project = Missing.required(project, "project name");
        tags = Missing.map(tags);
        techEmails = List.copyOf(techEmails);
    }

    public static Builder builder(String project) {
        return new Builder(project);
    }

    /** Collects the optional parts. Not thread-safe. */
    public static final class Builder {

        private final String project;
        private Optional<String> cloud = Optional.empty();
        private Optional<String> billingGroupId = Optional.empty();
        private Optional<String> parentId = Optional.empty();
        private Map<String, String> tags = Map.of();
        private List<String> techEmails = List.of();

        private Builder(String project) {
            this.project = project;
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
            this.tags = tags;
            return this;
        }

        public Builder techEmails(List<String> techEmails) {
            this.techEmails = techEmails;
            return this;
        }

        public ProjectCreate build() {
            return new ProjectCreate(project, cloud, billingGroupId, parentId, tags, techEmails);
        }
    }
}
