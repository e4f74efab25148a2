package io.github.aivenjunit.jupiter;

import io.github.aivenjunit.config.InvalidConfigurationException;
import io.github.aivenjunit.jupiter.internal.AnnotationReader;
import io.github.aivenjunit.jupiter.internal.Injection;
import io.github.aivenjunit.jupiter.internal.ProjectDeclaration;
import io.github.aivenjunit.jupiter.internal.ProjectResource;
import io.github.aivenjunit.spec.Isolation;
import io.github.aivenjunit.spec.Keep;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.Scope;
import io.github.aivenjunit.spec.ServiceSpec;
import io.github.aivenjunit.timeline.TestOutcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Provisions a project before a test class and deletes it afterwards. {@link AivenProject} registers it; where values
 * are known only at run time, register it in a static field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final AivenProjectExtension AIVEN = AivenProjectExtension.builder()
 *         .cloud("aws-eu-west-1")
 *         .service(ServiceSpec.builder("pg", "startup-4").databases("orders").build())
 *         .build();
 * }</pre>
 *
 * Everything said at {@link AivenProject} of creation, injection and deletion holds for both. Immutable, thread-safe:
 * what belongs to a run is in JUnit's store.
 */
public final class AivenProjectExtension
        implements ExecutionCondition,
                BeforeAllCallback,
                BeforeEachCallback,
                AfterAllCallback,
                ParameterResolver,
                TestInstancePreConstructCallback,
                TestInstancePostProcessor,
                TestWatcher {

    private final Optional<ProjectDeclaration> programmatic;

    /** For JUnit, which registers it through the annotations. */
    public AivenProjectExtension() {
        this.programmatic = Optional.empty();
    }

    private AivenProjectExtension(ProjectDeclaration programmatic) {
        this.programmatic = Optional.of(programmatic);
    }

    /** Starts a project that is declared by an object instead of annotations. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean isClass =
                context.getTestMethod().isEmpty() && context.getTestClass().isPresent();
        if (isClass && skippedWithoutToken(context)) {
            return ConditionEvaluationResult.disabled(
                    "No API token is configured. Set AIVEN_TOKEN to run this class on Aiven.");
        }
        if (isClass && ProjectResource.hasNoTests(context)) {
            return ConditionEvaluationResult.disabled(
                    "Every test of this class is disabled, so no project is created for it.");
        }
        return ConditionEvaluationResult.enabled("This run has what the class needs.");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        open(context);
        if (isResponsible(context)) {
            Injection.staticFields(context.getRequiredTestClass(), context);
        }
    }

    /** With {@code PER_CLASS} the instance is made before {@link #beforeAll}, and its constructor may want a handle. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factoryContext, ExtensionContext context) {
        open(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (programmatic.isPresent() && !ProjectResource.isOpenedBy(this, context)) {
            throw new ExtensionConfigurationException("AivenProjectExtension is registered in an instance field of "
                    + context.getRequiredTestClass().getName() + ". Make the field static.");
        }
    }

    @Override
    public void postProcessTestInstance(Object testInstance, ExtensionContext context) {
        if (isResponsible(context)) {
            Injection.instanceFields(testInstance, context);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Injection.provides(parameter.getParameter().getType()) && isResponsible(context);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Injection.parameter(parameter, context);
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        ended(context, TestOutcome.PASSED);
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        ended(context, TestOutcome.ABORTED);
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        ended(context, TestOutcome.SKIPPED);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        ended(context, TestOutcome.FAILED);
        // The method's own store is closed by now; the class's is not.
        context.getParent().flatMap(ProjectResource::find).ifPresent(ProjectResource::markFailed);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ProjectResource.find(context).ifPresent(resource -> {
            if (context.getExecutionException().isPresent()) {
                resource.markFailed();
            }
            if (resource.isFor(context) && isResponsible(context)) {
                resource.finish(context);
            }
        });
    }

    private void ended(ExtensionContext context, TestOutcome outcome) {
        context.getParent()
                .filter(this::isResponsible)
                .flatMap(ProjectResource::find)
                .ifPresent(resource -> resource.markTest(outcome));
    }

    private void open(ExtensionContext context) {
        // An extension object is inherited by nested classes, where its project is open already.
        if (programmatic.isEmpty() || !ProjectResource.isOpenedBy(this, context)) {
            declaration(context).ifPresent(declared -> ProjectResource.open(context, declared, this));
        }
    }

    private boolean skippedWithoutToken(ExtensionContext context) {
        try {
            return declaration(context)
                    .filter(declared -> ProjectResource.skippedWithoutToken(context, declared))
                    .isPresent();
        } catch (ExtensionConfigurationException | InvalidConfigurationException e) {
            // Thrown again by beforeAll, where JUnit reports it as it is.
            return false;
        }
    }

    private Optional<ProjectDeclaration> declaration(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        return programmatic
                .map(declared -> Optional.of(declared.withLabel(testClass.getSimpleName())))
                .orElseGet(() -> AnnotationReader.read(testClass));
    }

    /**
     * With an extension object in a class that also uses our annotations, JUnit has two of us. The one that opened the
     * project serves it.
     */
    private boolean isResponsible(ExtensionContext context) {
        return ProjectResource.find(context)
                .map(resource -> resource.isOpenedBy(this))
                .orElse(programmatic.isEmpty());
    }

    /** Collects a project. Not thread-safe. What is not set is taken from the configuration. */
    public static final class Builder {

        private final ProjectSpec.Builder spec = ProjectSpec.builder("");
        private boolean disabledWithoutToken;

        private Builder() {}

        /** The cloud of every service that names none. */
        public Builder cloud(String cloud) {
            spec.cloud(cloud);
            return this;
        }

        /** The organization to create the project in. */
        public Builder organization(String organization) {
            spec.organization(organization);
            return this;
        }

        /** A project to use instead of creating one. */
        public Builder existing(String project) {
            spec.existing(project);
            return this;
        }

        /** A tag of the project beside our own. */
        public Builder tag(String key, String value) {
            spec.tag(key, value);
            return this;
        }

        /** How long after its creation anybody may delete the project. */
        public Builder expiresAfter(Duration duration) {
            spec.expiresAfter(duration);
            return this;
        }

        /** Whether classes that declare the same share the project. */
        public Builder scope(Scope scope) {
            spec.scope(scope);
            return this;
        }

        /** What the class has to itself inside a shared project. */
        public Builder isolation(Isolation isolation) {
            spec.isolation(isolation);
            return this;
        }

        /** Whether the project outlives a failed class. */
        public Builder keep(Keep keep) {
            spec.keep(keep);
            return this;
        }

        /** How long one service may take until a client can use it. */
        public Builder timeout(Duration timeout) {
            spec.timeout(timeout);
            return this;
        }

        /** Skip the class when no API token is configured. */
        public Builder disabledWithoutToken() {
            disabledWithoutToken = true;
            return this;
        }

        /** Fail the class, rather than run it on the emulator, when no API token is configured. */
        public Builder requireCloud() {
            spec.requireCloud(true);
            return this;
        }

        /** A service of the project. */
        public Builder service(ServiceSpec service) {
            spec.service(service);
            return this;
        }

        /**
         * The extension.
         *
         * @throws io.github.aivenjunit.spec.InvalidSpecException if the project cannot work as declared
         */
        public AivenProjectExtension build() {
            return new AivenProjectExtension(new ProjectDeclaration(spec.build(), disabledWithoutToken));
        }
    }
}
