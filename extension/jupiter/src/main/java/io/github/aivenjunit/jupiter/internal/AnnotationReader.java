package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.spec.InvalidSpecException;
import io.github.aivenjunit.spec.Isolation;
import io.github.aivenjunit.spec.Keep;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.Scope;
import io.github.aivenjunit.spec.ServiceSpec;
import java.util.List;
import java.util.Optional;
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
            List<ServiceSpec> services = ServiceDeclarations.of(testClass);
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
        AttributeValues.text(project.cloud()).ifPresent(spec::cloud);
        AttributeValues.text(project.organization()).ifPresent(spec::organization);
        AttributeValues.text(project.existing()).ifPresent(spec::existing);
        for (String tag : project.tags()) {
            int equals = tag.indexOf('=');
            if (equals < 1) {
                throw new InvalidSpecException("Attribute 'tags' has '" + tag + "'. Write each tag as \"key=value\".");
            }
            spec.tag(tag.substring(0, equals).strip(), tag.substring(equals + 1).strip());
        }
        AttributeValues.duration("expiresAfter", project.expiresAfter()).ifPresent(spec::expiresAfter);
        AttributeValues.duration("timeout", project.timeout()).ifPresent(spec::timeout);
        if (project.keep() != Keep.NEVER) {
            spec.keep(project.keep());
        }
        if (project.scope() != Scope.CLASS) {
            spec.scope(project.scope());
        }
        if (project.isolation() != Isolation.NONE) {
            spec.isolation(project.isolation());
        }
        if (project.requireCloud()) {
            spec.requireCloud(true);
        }
        services.forEach(spec::service);
        return new ProjectDeclaration(spec.build(), project.disabledWithoutToken());
    }
}
