package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.config.DeletionMode;
import io.github.aivenjunit.jupiter.internal.session.LauncherRuns;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.ServiceHandle;
import io.github.aivenjunit.provision.AivenSession;
import io.github.aivenjunit.provision.ProvisionedProject;
import io.github.aivenjunit.readiness.Rung;
import io.github.aivenjunit.spec.Keep;
import io.github.aivenjunit.timeline.ClassTimeline;
import io.github.aivenjunit.timeline.TestOutcome;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The project of a test class, in the store of its context. It is there before anything is created and copes with being
 * closed at any moment. JUnit closes it in case {@link #finish} is never reached.
 */
public final class ProjectResource implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    static final Namespace NAMESPACE = Namespace.create(ProjectResource.class);

    private static final Logger logger = LoggerFactory.getLogger(ProjectResource.class);

    private final String owner;
    private final Object opener;
    private final ProvisionedProject provisioned;
    private final Optional<AivenSession> backgroundDeletion;
    private final ClassTimeline timeline;
    private final AtomicBoolean failed = new AtomicBoolean();
    private final AtomicBoolean handedOver = new AtomicBoolean();

    private ProjectResource(
            String owner,
            Object opener,
            ProvisionedProject provisioned,
            Optional<AivenSession> backgroundDeletion,
            ClassTimeline timeline) {
        this.owner = owner;
        this.opener = opener;
        this.provisioned = provisioned;
        this.backgroundDeletion = backgroundDeletion;
        this.timeline = timeline;
    }

    /**
     * Plans a project for the class of this context, puts it into the store, and provisions it. Does nothing when the
     * same extension did so before.
     *
     * @param opener the extension that asks
     */
    public static void open(ExtensionContext context, ProjectDeclaration declaration, Object opener) {
        Optional<ProjectResource> before = find(context).filter(resource -> resource.isFor(context));
        if (before.filter(resource -> resource.isOpenedBy(opener)).isPresent()) {
            return;
        }
        if (before.isPresent()) {
            throw new ExtensionConfigurationException(
                    context.getRequiredTestClass().getName() + " declares two projects. Keep one: @AivenProject or one"
                            + " AivenProjectExtension; a @Nested class can have the other.");
        }
        FaultResource.ofClass(context);
        ProjectResource resource = plan(context, declaration, opener);
        context.getStore(NAMESPACE).put(ProjectResource.class, resource);
        EphemeralProject project = resource.provisioned.provision();
        resource.timeline.usable(project);
        context.publishReportEntry(resource.describe(project));
    }

    /** Begun ahead or not yet, in the session of the launcher or of this plan alone. */
    private static ProjectResource plan(ExtensionContext context, ProjectDeclaration declaration, Object opener) {
        String id = context.getUniqueId();
        AivenSession session = SessionResource.session(context);
        ProvisionedProject provisioned = SessionResource.run(context)
                .flatMap(plan -> plan.claim(id, declaration.spec()))
                .orElseGet(() -> session.plan(context.getRequiredTestClass().getName(), declaration.spec()));
        boolean background = SessionResource.of(context).configuration().pace().deletion() == DeletionMode.BACKGROUND;
        return new ProjectResource(
                id,
                opener,
                provisioned,
                background ? Optional.of(session) : Optional.empty(),
                session.timeline(context.getRequiredTestClass().getName()));
    }

    /** The project of this context's class or of a class around it. */
    public static Optional<ProjectResource> find(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(NAMESPACE).get(ProjectResource.class, ProjectResource.class));
    }

    /** Whether a token is configured, and what the configuration says of classes that want one. */
    public static boolean skippedWithoutToken(ExtensionContext context, ProjectDeclaration declaration) {
        SessionResource session = SessionResource.of(context);
        boolean wanted = declaration.disabledWithoutToken()
                || session.configuration().disabledWithoutToken().orElse(false);
        return wanted && !session.configuration().hasToken();
    }

    /** Whether every test of this context's class is disabled, as far as a launcher has told. */
    public static boolean hasNoTests(ExtensionContext context) {
        return LauncherRuns.isIdle(context.getUniqueId(), context.getRequiredTestClass());
    }

    /** Whether this extension opened the project of this context's class or of a class around it. */
    public static boolean isOpenedBy(Object extension, ExtensionContext context) {
        return find(context).filter(resource -> resource.isOpenedBy(extension)).isPresent()
                || context.getParent()
                        .filter(parent -> isOpenedBy(extension, parent))
                        .isPresent();
    }

    /** Whether this extension opened it. */
    public boolean isOpenedBy(Object extension) {
        return opener == extension;
    }

    /** Whether the project was made for this context's class, and not for one around it. */
    public boolean isFor(ExtensionContext context) {
        return owner.equals(context.getUniqueId());
    }

    /** The live project; empty when it could not be provisioned. */
    public Optional<EphemeralProject> project() {
        return provisioned.project();
    }

    /** Something in the class failed. */
    public void markFailed() {
        failed.set(true);
    }

    /** A test ended. */
    public void markTest(TestOutcome outcome) {
        timeline.test(outcome);
    }

    /** Ends the project: keeps it when that is wanted and something failed, deletes it otherwise. */
    public void finish(ExtensionContext context) {
        timeline.tested();
        if (failed.get() && provisioned.config().keep() == Keep.ON_FAILURE) {
            Optional<String> kept = provisioned.keep();
            if (kept.isPresent()) {
                logger.warn("{}", kept.get());
                context.publishReportEntry("aiven.kept", kept.get());
                return;
            }
        }
        if (backgroundDeletion.isPresent()) {
            handedOver.set(true);
            timeline.tested();
            backgroundDeletion
                    .get()
                    .deleteInBackground(
                            provisioned, context.getRequiredTestClass().getName());
            timeline.finished();
        } else {
            close();
        }
    }

    @Override
    public void close() {
        if (handedOver.get()) {
            return;
        }
        timeline.tested();
        try {
            provisioned.close();
        } finally {
            timeline.finished();
        }
    }

    private Map<String, String> describe(EphemeralProject project) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("aiven.project", project.name());
        entries.put("aiven.cloud", project.cloud());
        entries.put("aiven.mode", project.mode().name().toLowerCase(Locale.ROOT));
        for (ServiceHandle service : project.services()) {
            service.readiness()
                    .rungs()
                    .forEach((rung, duration) -> entries.put(
                            "aiven.service." + service.name() + "." + key(rung) + ".seconds",
                            String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9)));
        }
        return entries;
    }

    private static String key(Rung rung) {
        return rung.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
