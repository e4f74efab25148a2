package io.github.aivenjunit.jupiter.internal.launcher;

import io.github.aivenjunit.config.ClassQueue;
import io.github.aivenjunit.jupiter.internal.AnnotationReader;
import io.github.aivenjunit.jupiter.internal.ProjectDeclaration;
import io.github.aivenjunit.provision.ForkClass;
import io.github.aivenjunit.spec.ProjectSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.AnnotatedElement;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The classes that aiven-junit-index has found when the tests were compiled.
 *
 * @param names their binary names
 * @param loader loads them, without running any of their code
 */
record ClassIndex(Set<String> names, ClassLoader loader) {

    private static final Logger logger = LoggerFactory.getLogger(ClassIndex.class);

    private static final String INDEX = "META-INF/aiven-junit/classes.index";

    /** Those of the classes that projects can be begun for. Says so when only the index is missing. */
    static List<ForkClass> among(ClassQueue queue) {
        Optional<ClassIndex> index = of(Thread.currentThread().getContextClassLoader());
        if (index.isEmpty()) {
            logger.info("The build tool gives each fork one class at a time, so every class waits for its own project."
                    + " With aiven-junit-index on the processor path of the tests, one fork begins those of others.");
        }
        return index.map(found -> found.startable(queue.classes())).orElse(List.of());
    }

    /** Empty when nothing on the class path has one. */
    static Optional<ClassIndex> of(ClassLoader loader) {
        try {
            List<URL> indexes = Collections.list(loader.getResources(INDEX));
            Set<String> names = new HashSet<>();
            for (URL index : indexes) {
                names.addAll(read(index));
            }
            return indexes.isEmpty() ? Optional.empty() : Optional.of(new ClassIndex(names, loader));
        } catch (IOException e) {
            logger.warn("{} cannot be read: {}. Compile the tests again.", INDEX, e.getMessage());
            return Optional.empty();
        }
    }

    private static Set<String> read(URL index) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toSet());
        }
    }

    /** Those of these classes that it names, in their order. */
    List<ForkClass> startable(List<String> classes) {
        return classes.stream()
                .filter(names::contains)
                .map(name -> new ForkClass(name, () -> spec(name)))
                .toList();
    }

    /** Empty where no test of the class would run. */
    private Optional<ProjectSpec> spec(String name) {
        try {
            Class<?> testClass = Class.forName(name, false, loader);
            return isDisabled(testClass) || !hasTests(testClass)
                    ? Optional.empty()
                    : AnnotationReader.read(testClass).map(ProjectDeclaration::spec);
        } catch (ClassNotFoundException | LinkageError e) {
            logger.debug("{} is in the index and cannot be loaded", name, e);
            return Optional.empty();
        }
    }

    private static boolean hasTests(Class<?> testClass) {
        boolean nested = Arrays.stream(testClass.getDeclaredClasses()).anyMatch(inner -> !isDisabled(inner));
        return nested
                || AnnotationSupport.findAnnotatedMethods(testClass, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                        .stream()
                        .anyMatch(method -> !isDisabled(method));
    }

    private static boolean isDisabled(AnnotatedElement element) {
        return AnnotationSupport.isAnnotated(element, Disabled.class);
    }
}
