package io.github.aivenjunit.spec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A project and its services, as somebody declared them. Immutable. What is empty here is taken from the
 * configuration.
 *
 * <pre>{@code
 * ProjectSpec spec = ProjectSpec.builder("OrderFlowTest")
 *         .service(ServiceSpec.builder("pg", "startup-4").databases("orders").build())
 *         .build();
 * }</pre>
 *
 * @param label where the declaration stands, usually the simple name of a test class; becomes part of the project name
 * @param cloud the cloud of every service that names none
 * @param organization the organization to create the project in
 * @param existing a project to use instead of creating one
 * @param tags tags of the project beside our own
 * @param expiresAfter how long after its creation anybody may delete the project
 * @param keep whether the project outlives its tests
 * @param timeout how long one service may take until a client can use it
 * @param requireCloud fail rather than run on the emulator
 * @param scope whether classes that declare the same share the project
 * @param isolation what a class has to itself inside a shared project
 * @param services the services, each with a name of its own
 */
public record ProjectSpec(
        String label,
        Optional<String> cloud,
        Optional<String> organization,
        Optional<String> existing,
        Map<String, String> tags,
        Optional<Duration> expiresAfter,
        Optional<Keep> keep,
        Optional<Duration> timeout,
        Optional<Boolean> requireCloud,
        Optional<Scope> scope,
        Optional<Isolation> isolation,
        List<ServiceSpec> services) {

    private static final Pattern TAG_KEY = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]{0,63}");
    private static final int MAX_TAG_VALUE_LENGTH = 64;

    public ProjectSpec {
        tags = Map.copyOf(tags);
        services = List.copyOf(services);
        tags.forEach(ProjectSpec::validateTag);
        Set<String> names = new HashSet<>();
        for (ServiceSpec service : services) {
            if (!names.add(service.name())) {
                throw new InvalidSpecException("Two services are named '" + service.name()
                        + "'. Give each a name of its own with 'name', for example name = \"" + service.name()
                        + "-2\".");
            }
        }
        for (ServiceSpec service : services) {
            validateOrigin(service, services);
        }
    }

    private static void validateOrigin(ServiceSpec service, List<ServiceSpec> services) {
        Set<String> met = new HashSet<>();
        ServiceSpec next = service;
        while (next.origin().isPresent()) {
            ServiceSpec copy = next;
            String attribute = copy.origin().get().attribute();
            String source = copy.origin().get().source();
            next = services.stream()
                    .filter(candidate -> candidate.name().equals(source))
                    .findFirst()
                    .orElseThrow(() -> new InvalidSpecException("Service '" + copy.name() + "' is a copy of '" + source
                            + "', and there is no such service. Set '" + attribute
                            + "' to the name of another service of the project."));
            if (!next.type().equals(copy.type())) {
                throw new InvalidSpecException(
                        "Service '" + copy.name() + "' (" + copy.type() + ") cannot be a copy of '" + source + "' ("
                                + next.type() + "). Set '" + attribute + "' to a service of the same type.");
            }
            if (!met.add(copy.name())) {
                throw new InvalidSpecException("Service '" + copy.name() + "' is a copy of itself, by way of '" + source
                        + "'. Remove '" + attribute + "' from one of them.");
            }
        }
    }

    /**
     * Starts a project without services that leaves everything to the configuration.
     *
     * @param label where the declaration stands, usually the simple name of a test class
     */
    public static Builder builder(String label) {
        return new Builder(label);
    }

    /** The same project, declared somewhere else. */
    public ProjectSpec withLabel(String other) {
        return with(other, services);
    }

    /** The same project with other services. */
    public ProjectSpec withServices(List<ServiceSpec> others) {
        return with(label, others);
    }

    private ProjectSpec with(String newLabel, List<ServiceSpec> newServices) {
        return new ProjectSpec(
                newLabel,
                cloud,
                organization,
                existing,
                tags,
                expiresAfter,
                keep,
                timeout,
                requireCloud,
                scope,
                isolation,
                newServices);
    }

    private static void validateTag(String key, String value) {
        if (!TAG_KEY.matcher(key).matches()) {
            throw new InvalidSpecException("Tag '" + key + "' is not allowed. Start the key of a tag with a letter and"
                    + " use at most 64 letters, digits, '-' or '_'.");
        }
        if (value.length() > MAX_TAG_VALUE_LENGTH) {
            throw new InvalidSpecException("The value of tag '" + key + "' has " + value.length()
                    + " characters. Use at most " + MAX_TAG_VALUE_LENGTH + ".");
        }
    }

    /** Collects a {@link ProjectSpec}. Not thread-safe. */
    public static final class Builder {

        private final String label;
        private Optional<String> cloud = Optional.empty();
        private Optional<String> organization = Optional.empty();
        private Optional<String> existing = Optional.empty();
        private final Map<String, String> tags = new LinkedHashMap<>();
        private Optional<Duration> expiresAfter = Optional.empty();
        private Optional<Keep> keep = Optional.empty();
        private Optional<Duration> timeout = Optional.empty();
        private Optional<Boolean> requireCloud = Optional.empty();
        private Optional<Scope> scope = Optional.empty();
        private Optional<Isolation> isolation = Optional.empty();
        private final List<ServiceSpec> services = new ArrayList<>();

        private Builder(String label) {
            this.label = label;
        }

        public Builder cloud(String value) {
            cloud = Optional.of(value);
            return this;
        }

        public Builder organization(String value) {
            organization = Optional.of(value);
            return this;
        }

        public Builder existing(String project) {
            existing = Optional.of(project);
            return this;
        }

        public Builder tag(String key, String value) {
            tags.put(key, value);
            return this;
        }

        public Builder expiresAfter(Duration value) {
            expiresAfter = Optional.of(value);
            return this;
        }

        public Builder keep(Keep value) {
            keep = Optional.of(value);
            return this;
        }

        public Builder timeout(Duration value) {
            timeout = Optional.of(value);
            return this;
        }

        public Builder requireCloud(boolean value) {
            requireCloud = Optional.of(value);
            return this;
        }

        public Builder scope(Scope value) {
            scope = Optional.of(value);
            return this;
        }

        public Builder isolation(Isolation value) {
            isolation = Optional.of(value);
            return this;
        }

        public Builder service(ServiceSpec value) {
            services.add(value);
            return this;
        }

        /**
         * The project.
         *
         * @throws InvalidSpecException if it cannot work as declared
         */
        public ProjectSpec build() {
            return new ProjectSpec(
                    label,
                    cloud,
                    organization,
                    existing,
                    tags,
                    expiresAfter,
                    keep,
                    timeout,
                    requireCloud,
                    scope,
                    isolation,
                    services);
        }
    }
}
