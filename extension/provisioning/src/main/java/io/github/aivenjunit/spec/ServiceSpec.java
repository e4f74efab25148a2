package io.github.aivenjunit.spec;

import io.github.aivenjunit.client.model.UserConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One service of a project. Immutable.
 *
 * <pre>{@code
 * ServiceSpec orders = ServiceSpec.builder("pg", "startup-4").name("orders").databases("orders", "billing").build();
 * }</pre>
 *
 * @param name the service's name, unique in the project: a lower case letter, then lower case letters, digits and
 *     hyphens. The default is the type, with hyphens for underscores. In an existing project the real service name is
 *     this name with a random suffix
 * @param type Aiven's code of the service type, for example {@code pg}
 * @param plan the plan, for example {@code startup-4}
 * @param cloud the cloud, when it is not the project's
 * @param userConfig the service's {@code user_config}
 * @param diskSpaceMb disk space in MiB, when it is not the plan's
 * @param timeout how long the service may take until a client can use it, when it is not the project's timeout
 * @param resources what exists inside the service before the first test
 * @param origin the service that it is a copy of
 */
public record ServiceSpec(
        String name,
        String type,
        String plan,
        Optional<String> cloud,
        UserConfig userConfig,
        OptionalInt diskSpaceMb,
        Optional<Duration> timeout,
        List<ServiceResource> resources,
        Optional<ServiceOrigin> origin) {

    /** Aiven's host names are made of service and project name, and a DNS label ends at 63 characters. */
    public static final int MAX_NAME_LENGTH = 32;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public ServiceSpec {
        if (type.isBlank()) {
            throw new InvalidSpecException("A service has no type. Set 'type', for example type = \"pg\".");
        }
        if (!NAME.matcher(name).matches()) {
            throw new InvalidSpecException("Service name '" + name + "' is not allowed. Set 'name' to 1 to "
                    + MAX_NAME_LENGTH + " lower case letters, digits or '-', starting with a letter.");
        }
        if (plan.isBlank()) {
            throw new InvalidSpecException(
                    "Service '" + name + "' has no plan. Set 'plan', for example plan = \"startup-4\".");
        }
        if (diskSpaceMb.isPresent() && diskSpaceMb.getAsInt() <= 0) {
            throw new InvalidSpecException("Service '" + name + "' has diskSpace " + diskSpaceMb.getAsInt()
                    + ". Set 'diskSpace' to a number of MiB above zero, or leave it out for the plan's own.");
        }
        if (timeout.isPresent() && (timeout.get().isNegative() || timeout.get().isZero())) {
            throw new InvalidSpecException("Service '" + name + "' has timeout " + timeout.get()
                    + ". Set 'timeout' to a duration above zero, for example \"20m\".");
        }
        resources = List.copyOf(resources);
        Set<String> labels = new HashSet<>();
        for (ServiceResource resource : resources) {
            if (!labels.add(resource.label())) {
                throw new InvalidSpecException("Service '" + name + "' declares " + resource.label()
                        + " twice. Remove one from '" + resource.attribute() + "'.");
            }
        }
        KafkaUsers.check(name, resources);
    }

    /** The same service with something else inside. */
    public ServiceSpec withResources(List<ServiceResource> others) {
        return new ServiceSpec(name, type, plan, cloud, userConfig, diskSpaceMb, timeout, others, origin);
    }

    /** The same service with another name. */
    public ServiceSpec withName(String other) {
        return new ServiceSpec(other, type, plan, cloud, userConfig, diskSpaceMb, timeout, resources, origin);
    }

    /** Starts a service that is named after its type and leaves everything else to defaults. */
    public static Builder builder(String type, String plan) {
        return new Builder(type, plan);
    }

    /** Collects a {@link ServiceSpec}. Not thread-safe. */
    public static final class Builder {

        private final String type;
        private final String plan;
        private String name;
        private Optional<String> cloud = Optional.empty();
        private UserConfig userConfig = UserConfig.empty();
        private OptionalInt diskSpaceMb = OptionalInt.empty();
        private Optional<Duration> timeout = Optional.empty();
        private final List<ServiceResource> resources = new ArrayList<>();
        private Optional<ServiceOrigin> origin = Optional.empty();

        private Builder(String type, String plan) {
            this.type = type;
            this.plan = plan;
            this.name = type.replace('_', '-');
        }

        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder cloud(String value) {
            cloud = Optional.of(value);
            return this;
        }

        public Builder userConfig(UserConfig value) {
            userConfig = value;
            return this;
        }

        public Builder diskSpaceMb(int mebibytes) {
            diskSpaceMb = OptionalInt.of(mebibytes);
            return this;
        }

        public Builder timeout(Duration value) {
            timeout = Optional.of(value);
            return this;
        }

        /** Makes it a copy of another service of the project, which is built first. */
        public Builder origin(ServiceOrigin value) {
            origin = Optional.of(value);
            return this;
        }

        /** Adds something that exists inside the service before the first test. */
        public Builder resource(ServiceResource resource) {
            resources.add(resource);
            return this;
        }

        /** Adds users; the service's first user exists by itself. */
        public Builder users(String... names) {
            for (String user : names) {
                resources.add(new ServiceResource.User(user));
            }
            return this;
        }

        /** Adds extensions of a PostgreSQL service. */
        public Builder extensions(String... names) {
            for (String extension : names) {
                resources.add(new ServiceResource.Extension(extension));
            }
            return this;
        }

        public Builder databases(String... names) {
            for (String database : names) {
                resources.add(new ServiceResource.Database(database));
            }
            return this;
        }

        /** Adds topics of one partition to a Kafka service; {@link ServiceResource.Topic} has more choices. */
        public Builder topics(String... names) {
            for (String topic : names) {
                resources.add(ServiceResource.Topic.of(topic));
            }
            return this;
        }

        /**
         * The service.
         *
         * @throws InvalidSpecException if it cannot work as declared
         */
        public ServiceSpec build() {
            return new ServiceSpec(name, type, plan, cloud, userConfig, diskSpaceMb, timeout, resources, origin);
        }
    }
}
