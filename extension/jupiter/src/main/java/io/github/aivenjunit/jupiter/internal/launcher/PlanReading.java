package io.github.aivenjunit.jupiter.internal.launcher;

import io.github.aivenjunit.jupiter.AivenFault;
import io.github.aivenjunit.jupiter.internal.AnnotationReader;
import io.github.aivenjunit.jupiter.internal.session.LauncherRun;
import io.github.aivenjunit.jupiter.internal.session.PlanRun;
import io.github.aivenjunit.jupiter.internal.session.PlanRun.Candidate;
import io.github.aivenjunit.jupiter.internal.session.PlanRun.Declared;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Reads from a plan which projects can be begun ahead: of classes that carry our annotations and, as far as a plan tells,
 * will run. Conditions other than {@code @Disabled} are met or not when the class's turn comes.
 */
final class PlanReading {

    private static final String PARAMETERS = "aiven.";

    private final TestPlan plan;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<String, Class<?>> idle = new HashMap<>();
    private boolean faulty;

    private PlanReading(TestPlan plan) {
        this.plan = plan;
    }

    static PlanRun begin(LauncherRun run, TestPlan plan) {
        PlanReading reading = new PlanReading(plan);
        plan.getRoots().forEach(reading::read);
        ConfigurationParameters parameters = plan.getConfigurationParameters();
        // A fault of one class would strike what is begun for others.
        List<Candidate> ahead = reading.faulty ? List.of() : reading.candidates;
        return run.begin(
                ours(parameters), parameters::get, new PlanRun.Announcement(ahead, reading.idle, ClassIndex::among));
    }

    private static Map<String, String> ours(ConfigurationParameters parameters) {
        Map<String, String> ours = new TreeMap<>();
        parameters.keySet().stream()
                .filter(key -> key.startsWith(PARAMETERS))
                .forEach(key -> parameters.get(key).ifPresent(value -> ours.put(key, value)));
        return ours;
    }

    /** In the order in which JUnit runs them, the classes around others first. */
    private void read(TestIdentifier container) {
        Optional<Class<?>> testClass = OurMarks.testClass(container);
        if (testClass.filter(PlanReading::isDisabled).isPresent()) {
            return;
        }
        // What a template makes of a class has ids that the plan does not know yet.
        boolean known = container.getUniqueIdObject().getSegments().stream()
                .noneMatch(segment -> segment.getType().endsWith("class-template"));
        if (testClass.isPresent() && known && OurMarks.areAnnotated(testClass.get())) {
            faulty |= isFaulty(testClass.get());
            if (mayRun(container)) {
                candidates.add(candidate(container, testClass.get()));
            } else {
                idle.put(container.getUniqueId(), testClass.get());
            }
        }
        plan.getChildren(container).stream().filter(TestIdentifier::isContainer).forEach(this::read);
    }

    private static boolean isFaulty(Class<?> testClass) {
        return isFaulty((AnnotatedElement) testClass)
                || !ReflectionSupport.findMethods(testClass, PlanReading::isFaulty, HierarchyTraversalMode.TOP_DOWN)
                        .isEmpty();
    }

    private static boolean isFaulty(AnnotatedElement element) {
        return !AnnotationSupport.findRepeatableAnnotations(element, AivenFault.class)
                .isEmpty();
    }

    private static Candidate candidate(TestIdentifier container, Class<?> testClass) {
        return new Candidate(
                container.getUniqueId(),
                testClass.getName(),
                () -> AnnotationReader.read(testClass)
                        .map(declared -> new Declared(declared.spec(), declared.disabledWithoutToken())));
    }

    /** Whether a test below it is not disabled. */
    private boolean mayRun(TestIdentifier container) {
        return plan.getChildren(container).stream().anyMatch(child -> {
            Optional<Class<?>> testClass = OurMarks.testClass(child);
            if (testClass.isPresent()) {
                return !isDisabled(testClass.get()) && mayRun(child);
            }
            return child.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> !isDisabled((MethodSource) source))
                    .orElse(true);
        });
    }

    private static boolean isDisabled(MethodSource source) {
        try {
            return isDisabled(source.getJavaMethod());
        } catch (JUnitException e) {
            return false;
        }
    }

    private static boolean isDisabled(AnnotatedElement element) {
        return AnnotationSupport.isAnnotated(element, Disabled.class);
    }
}
