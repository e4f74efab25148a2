package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.project.AlloyDbOmniService;
import io.github.aivenjunit.project.ClickHouseService;
import io.github.aivenjunit.project.DragonflyService;
import io.github.aivenjunit.project.KafkaService;
import io.github.aivenjunit.project.MySqlService;
import io.github.aivenjunit.project.OpenSearchService;
import io.github.aivenjunit.project.OwnNames;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.project.ValkeyService;
import io.github.aivenjunit.spec.InvalidSpecException;
import io.github.aivenjunit.spec.Isolation;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.ServiceResource;
import io.github.aivenjunit.spec.ServiceResource.ClickHouseDatabase;
import io.github.aivenjunit.spec.ServiceResource.ConnectionPool;
import io.github.aivenjunit.spec.ServiceResource.Database;
import io.github.aivenjunit.spec.ServiceResource.KafkaAccess;
import io.github.aivenjunit.spec.ServiceResource.Topic;
import io.github.aivenjunit.spec.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one class has to itself inside a project that it shares. Immutable.
 *
 * @param name the class and something random, of lower case letters and digits; empty when nothing is set apart
 * @param services what the class has declared
 */
record ClassSpace(List<String> name, List<ServiceSpec> services) {

    private static final int LONGEST_CLASS = 12;

    /** Aiven API: a database's name has at most 40 characters. */
    private static final int LONGEST_DATABASE = 40;

    /** What each type sets between the words of a name. Types that are not here are shared as a whole. */
    private static final Map<String, String> SEPARATORS = Map.of(
            PostgresService.TYPE, "_",
            MySqlService.TYPE, "_",
            AlloyDbOmniService.TYPE, "_",
            ClickHouseService.TYPE, "_",
            KafkaService.TYPE, "-",
            OpenSearchService.TYPE, "-",
            ValkeyService.TYPE, ":",
            DragonflyService.TYPE, ":");

    private static final Set<String> WITH_DATABASES =
            Set.of(PostgresService.TYPE, MySqlService.TYPE, AlloyDbOmniService.TYPE, ClickHouseService.TYPE);

    /** The space of a class. */
    static ClassSpace of(ProjectSpec spec, AivenConfig config, ProjectNames names) {
        if (config.isolation() == Isolation.NONE) {
            return new ClassSpace(List.of(), List.of());
        }
        String letters = spec.label()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "")
                .replaceAll("^[0-9]+", "");
        String start = letters.substring(0, Math.min(letters.length(), LONGEST_CLASS));
        return new ClassSpace(List.of(start.isEmpty() ? "t" : start, names.random()), spec.services());
    }

    /** What every class that shares finds in the project: the declaration without what each has to itself. */
    static ProjectSpec common(ProjectSpec spec, AivenConfig config) {
        if (config.isolation() == Isolation.NONE) {
            return spec;
        }
        return spec.withServices(spec.services().stream()
                .map(service -> service.withResources(service.resources().stream()
                        .filter(resource -> !isOwn(resource))
                        .toList()))
                .toList());
    }

    private static boolean isOwn(ServiceResource resource) {
        return resource instanceof Database
                || resource instanceof ClickHouseDatabase
                || resource instanceof ConnectionPool
                || resource instanceof Topic
                || resource instanceof KafkaAccess;
    }

    /** How the class's names in a service of this type look. */
    OwnNames names(String type) {
        Optional<String> separator = Optional.ofNullable(SEPARATORS.get(type)).filter(any -> !name.isEmpty());
        return separator
                .map(between -> new OwnNames(
                        String.join(between, name) + between,
                        WITH_DATABASES.contains(type) ? Optional.of(String.join(between, name)) : Optional.empty()))
                .orElseGet(OwnNames::none);
    }

    /** What the class has declared for itself in a service, with its real names, its own database first. */
    List<ServiceResource> own(String service, String type) {
        OwnNames names = names(type);
        List<ServiceResource> own = new ArrayList<>();
        names.database()
                .map(database ->
                        type.equals(ClickHouseService.TYPE) ? new ClickHouseDatabase(database) : new Database(database))
                .ifPresent(own::add);
        declared(service).stream()
                .filter(ClassSpace::isOwn)
                .map(resource -> real(resource, names))
                .forEach(own::add);
        return own;
    }

    /** The extensions that the class's own databases get. */
    List<ServiceResource.Extension> extensions(String service) {
        return declared(service).stream()
                .filter(ServiceResource.Extension.class::isInstance)
                .map(ServiceResource.Extension.class::cast)
                .toList();
    }

    private List<ServiceResource> declared(String service) {
        return services.stream()
                .filter(spec -> spec.name().equals(service))
                .flatMap(spec -> spec.resources().stream())
                .toList();
    }

    private static ServiceResource real(ServiceResource declared, OwnNames names) {
        if (declared instanceof Database database) {
            return new Database(database(database.name(), names));
        }
        if (declared instanceof ClickHouseDatabase database) {
            return new ClickHouseDatabase(database(database.name(), names));
        }
        if (declared instanceof Topic topic) {
            return new Topic(names.of(topic.name()), topic.partitions(), topic.replication(), topic.config());
        }
        if (declared instanceof KafkaAccess access) {
            return new KafkaAccess(access.user(), access.permission(), names.of(access.topic()));
        }
        if (declared instanceof ConnectionPool pool) {
            return new ConnectionPool(
                    names.of(pool.name()), names.database(pool.database()), pool.mode(), pool.size(), pool.user());
        }
        return declared;
    }

    private static String database(String declared, OwnNames names) {
        String real = names.database(declared);
        if (real.length() > LONGEST_DATABASE) {
            throw new InvalidSpecException("Database '" + declared + "' would be '" + real
                    + "' in the shared service, which is too long. Shorten it in 'databases' by "
                    + (real.length() - LONGEST_DATABASE) + " characters, or set 'isolation' to NONE.");
        }
        return real;
    }
}
