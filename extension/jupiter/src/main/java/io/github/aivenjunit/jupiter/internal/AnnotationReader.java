package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.client.model.UserConfig;
import io.github.aivenjunit.config.Durations;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenService;
import io.github.aivenjunit.jupiter.AivenValkey;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.project.ValkeyService;
import io.github.aivenjunit.spec.InvalidSpecException;
import io.github.aivenjunit.spec.Keep;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.ServiceSpec;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/** Turns the annotations of a class into a declaration. Pure: it asks nobody and remembers nothing. */
public final class AnnotationReader {

    private AnnotationReader() {}

    /**
     * The declaration of this very class, inherited and composed annotations included. Empty when the class declares no
     * project.
     *
     * @throws ExtensionConfigurationException if an attribute cannot be used; names class, attribute and fix
     */
    public static Optional<ProjectDeclaration> read(Class<?> testClass) {
        Optional<AivenProject> project = AnnotationSupport.findAnnotation(testClass, AivenProject.class);
        try {
            List<ServiceSpec> services = services(testClass);
            if (project.isEmpty()) {
                if (!services.isEmpty()) {
                    throw new InvalidSpecException("It declares service '"
                            + services.get(0).name() + "' and no project. Add @AivenProject to the class.");
                }
                return Optional.empty();
            }
            return Optional.of(declaration(testClass, project.get(), services));
        } catch (InvalidSpecException e) {
            throw new ExtensionConfigurationException(
                    "Cannot provision for " + testClass.getName() + ". " + e.getMessage(), e);
        }
    }

    private static ProjectDeclaration declaration(
            Class<?> testClass, AivenProject project, List<ServiceSpec> services) {
        ProjectSpec.Builder spec = ProjectSpec.builder(testClass.getSimpleName());
        text(project.cloud()).ifPresent(spec::cloud);
        text(project.organization()).ifPresent(spec::organization);
        text(project.existing()).ifPresent(spec::existing);
        for (String tag : project.tags()) {
            int equals = tag.indexOf('=');
            if (equals < 1) {
                throw new InvalidSpecException("Attribute 'tags' has '" + tag + "'. Write each tag as \"key=value\".");
            }
            spec.tag(tag.substring(0, equals).strip(), tag.substring(equals + 1).strip());
        }
        duration("expiresAfter", project.expiresAfter()).ifPresent(spec::expiresAfter);
        duration("timeout", project.timeout()).ifPresent(spec::timeout);
        if (project.keep() != Keep.NEVER) {
            spec.keep(project.keep());
        }
        if (project.requireCloud()) {
            spec.requireCloud(true);
        }
        services.forEach(spec::service);
        return new ProjectDeclaration(spec.build(), project.disabledWithoutToken());
    }

    private static List<ServiceSpec> services(Class<?> testClass) {
        return Stream.of(
                        find(testClass, AivenPostgres.class).map(AnnotationReader::service),
                        find(testClass, AivenValkey.class).map(AnnotationReader::service),
                        find(testClass, AivenService.class).map(AnnotationReader::service))
                .flatMap(Function.identity())
                .toList();
    }

    /** JUnit drops annotations that are equal; a service that was declared twice by mistake must not vanish. */
    private static <A extends Annotation> Stream<A> find(Class<?> testClass, Class<A> type) {
        Set<A> met = new HashSet<>();
        return Stream.concat(
                AnnotationSupport.findRepeatableAnnotations(testClass, type).stream(),
                Arrays.stream(testClass.getAnnotationsByType(type)).filter(direct -> !met.add(direct)));
    }

    private static ServiceSpec service(AivenService declared) {
        ServiceSpec.Builder spec = ServiceSpec.builder(declared.type(), declared.plan());
        text(declared.name()).ifPresent(spec::name);
        common(spec, declared.cloud(), declared.diskSpace(), declared.timeout());
        return spec.userConfig(userConfig(declared.userConfig(), Map.of())).build();
    }

    private static ServiceSpec service(AivenPostgres declared) {
        ServiceSpec.Builder spec = ServiceSpec.builder(PostgresService.TYPE, declared.plan())
                .name(declared.name())
                .databases(declared.databases());
        common(spec, declared.cloud(), declared.diskSpace(), declared.timeout());
        Map<String, Object> version = text(declared.version())
                .<Map<String, Object>>map(v -> Map.of("pg_version", v))
                .orElse(Map.of());
        return spec.userConfig(userConfig(declared.userConfig(), version)).build();
    }

    private static ServiceSpec service(AivenValkey declared) {
        ServiceSpec.Builder spec =
                ServiceSpec.builder(ValkeyService.TYPE, declared.plan()).name(declared.name());
        common(spec, declared.cloud(), declared.diskSpace(), declared.timeout());
        return spec.userConfig(userConfig(declared.userConfig(), Map.of())).build();
    }

    private static void common(ServiceSpec.Builder spec, String cloud, int diskSpace, String timeout) {
        text(cloud).ifPresent(spec::cloud);
        if (diskSpace != 0) {
            spec.diskSpaceMb(diskSpace);
        }
        duration("timeout", timeout).ifPresent(spec::timeout);
    }

    private static UserConfig userConfig(String json, Map<String, Object> typed) {
        try {
            Map<String, Object> merged = new HashMap<>();
            text(json).map(UserConfig::parse).map(UserConfig::asMap).ifPresent(merged::putAll);
            merged.putAll(typed);
            return UserConfig.of(merged);
        } catch (IllegalArgumentException e) {
            throw new InvalidSpecException("Attribute 'userConfig' cannot be used: " + e.getMessage(), e);
        }
    }

    private static Optional<Duration> duration(String attribute, String value) {
        return text(value)
                .map(given -> Durations.parse(given)
                        .filter(duration -> !duration.isNegative() && !duration.isZero())
                        .orElseThrow(() -> new InvalidSpecException("Attribute '" + attribute + "' has '" + given
                                + "'. Write a duration above zero, such as \"20m\", \"90s\" or \"2h\".")));
    }

    private static Optional<String> text(String attribute) {
        return attribute.isBlank() ? Optional.empty() : Optional.of(attribute.strip());
    }
}
