package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.jupiter.InjectAiven;
import io.github.aivenjunit.jupiter.Named;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.NoSuchServiceException;
import io.github.aivenjunit.project.ServiceHandle;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;

/** Finds the value for a parameter or a field by its type and {@link Named}. Stateless. */
public final class Injection {

    private Injection() {}

    /** Whether we have values of this type. */
    public static boolean provides(Class<?> type) {
        return type == EphemeralProject.class
                || type == AivenClient.class
                || ServiceHandle.class.isAssignableFrom(type);
    }

    /** The value of a parameter. */
    public static Object parameter(ParameterContext parameter, ExtensionContext context) {
        try {
            return value(
                    parameter.getParameter().getType(),
                    parameter.findAnnotation(Named.class),
                    project(parameter.getDeclaringExecutable().getDeclaringClass(), context));
        } catch (NoSuchServiceException | ExtensionConfigurationException e) {
            throw new ParameterResolutionException(
                    "Cannot resolve parameter "
                            + parameter.getParameter().getType().getSimpleName() + " of "
                            + parameter.getDeclaringExecutable() + ". " + e.getMessage(),
                    e);
        }
    }

    /** Fills the static fields of a class. */
    public static void staticFields(Class<?> testClass, ExtensionContext context) {
        fields(testClass, ModifierSupport::isStatic, field -> set(field, Optional.empty(), context));
    }

    /** Fills the instance fields of a test instance. */
    public static void instanceFields(Object testInstance, ExtensionContext context) {
        fields(
                testInstance.getClass(),
                ModifierSupport::isNotStatic,
                field -> set(field, Optional.of(testInstance), context));
    }

    @FunctionalInterface
    private interface FieldAction {
        void apply(Field field);
    }

    private static void fields(Class<?> type, Predicate<Field> which, FieldAction action) {
        AnnotationSupport.findAnnotatedFields(type, InjectAiven.class, which, HierarchyTraversalMode.TOP_DOWN)
                .forEach(action::apply);
    }

    private static void set(Field field, Optional<Object> target, ExtensionContext context) {
        if (!provides(field.getType())) {
            throw misuse(
                    field,
                    "its type is " + field.getType().getSimpleName()
                            + ". Use EphemeralProject, AivenClient, ServiceHandle or a subclass of it");
        }
        if (ModifierSupport.isFinal(field)) {
            throw misuse(field, "it is final. Remove 'final'");
        }
        try {
            Object value = value(
                    field.getType(),
                    AnnotationSupport.findAnnotation(field, Named.class),
                    project(field.getDeclaringClass(), context));
            field.setAccessible(true);
            field.set(target.orElse(null), value);
        } catch (NoSuchServiceException e) {
            throw misuse(field, String.valueOf(e.getMessage()));
        } catch (IllegalAccessException e) {
            throw misuse(field, "it is not accessible. Open its package to this library");
        }
    }

    private static ExtensionConfigurationException misuse(Field field, String why) {
        return new ExtensionConfigurationException("Cannot inject field "
                + field.getDeclaringClass().getName() + "." + field.getName() + ": " + why + ".");
    }

    /**
     * The project of the class that asks. JUnit makes the instances around a nested test with the nested class's
     * context, and a nested class can have a project of its own.
     */
    private static EphemeralProject project(Class<?> asking, ExtensionContext context) {
        ExtensionContext nearest = context;
        while (nearest.getTestClass().filter(asking::isAssignableFrom).isEmpty()
                && nearest.getParent().isPresent()) {
            nearest = nearest.getParent().get();
        }
        boolean found = nearest.getTestClass().isPresent();
        return ProjectResource.find(found ? nearest : context)
                .flatMap(ProjectResource::project)
                .orElseThrow(() -> new ExtensionConfigurationException(
                        context.getRequiredTestClass().getName()
                                + " asks for a handle and has no project. Add @AivenProject to the class, or register an"
                                + " AivenProjectExtension in a static field."));
    }

    private static Object value(Class<?> type, Optional<Named> named, EphemeralProject project) {
        if (type == EphemeralProject.class) {
            return project;
        }
        if (type == AivenClient.class) {
            return project.client();
        }
        Class<? extends ServiceHandle> handle = type.asSubclass(ServiceHandle.class);
        return named.<ServiceHandle>map(name -> project.service(name.value(), handle))
                .orElseGet(() -> project.service(handle));
    }
}
