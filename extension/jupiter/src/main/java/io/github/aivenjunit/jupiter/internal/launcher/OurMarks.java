package io.github.aivenjunit.jupiter.internal.launcher;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Recognises classes that use this library by names alone, so that a plan without one loads nothing of it. No class is
 * initialised. Stateless.
 */
final class OurMarks {

    private static final String PACKAGE = "io.github.aivenjunit.jupiter.";
    private static final String ANNOTATION = PACKAGE + "Aiven";
    private static final String EXTENSION = PACKAGE + "AivenProjectExtension";

    private OurMarks() {}

    /** Whether some class of the plan is annotated, or may hold an extension object. */
    static boolean areIn(TestPlan plan) {
        return plan.getRoots().stream().anyMatch(root -> areBelow(root, plan));
    }

    private static boolean areBelow(TestIdentifier container, TestPlan plan) {
        return plan.getChildren(container).stream()
                .filter(TestIdentifier::isContainer)
                .anyMatch(child -> testClass(child).filter(OurMarks::areOn).isPresent() || areBelow(child, plan));
    }

    /** The class that a container stands for; empty for other containers, and for a class that cannot be loaded. */
    static Optional<Class<?>> testClass(TestIdentifier container) {
        try {
            return container
                    .getSource()
                    .filter(ClassSource.class::isInstance)
                    .map(source -> ((ClassSource) source).getJavaClass());
        } catch (JUnitException e) {
            return Optional.empty();
        }
    }

    private static boolean areOn(Class<?> testClass) {
        return areAnnotated(testClass) || holdsExtension(testClass);
    }

    /** Whether an annotation of ours is on it or on what it inherits from, directly or within another annotation. */
    static boolean areAnnotated(Class<?> testClass) {
        return hierarchy(testClass).anyMatch(type -> isMarked(type, new HashSet<>()));
    }

    private static Stream<Class<?>> hierarchy(Class<?> type) {
        Stream<Class<?>> above =
                Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
        return type == Object.class
                ? Stream.empty()
                : Stream.concat(Stream.of(type), above.flatMap(OurMarks::hierarchy));
    }

    private static boolean isMarked(AnnotatedElement element, Set<Class<?>> met) {
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            Class<?> type = annotation.annotationType();
            String name = type.getName();
            boolean foreign = !name.startsWith("java.") && !name.startsWith("org.junit.");
            if (name.startsWith(ANNOTATION) || (foreign && met.add(type) && isMarked(type, met))) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsExtension(Class<?> testClass) {
        try {
            return hierarchy(testClass)
                    .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                    .filter(field -> Modifier.isStatic(field.getModifiers()))
                    .map(Field::getType)
                    .anyMatch(type -> type.getName().equals(EXTENSION));
        } catch (LinkageError e) {
            // A field whose type is missing is the test's own trouble, and JUnit reports it.
            return false;
        }
    }
}
