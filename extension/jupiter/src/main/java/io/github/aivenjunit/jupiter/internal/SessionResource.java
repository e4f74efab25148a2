package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.jupiter.internal.session.LauncherRuns;
import io.github.aivenjunit.jupiter.internal.session.PlanRun;
import io.github.aivenjunit.provision.AivenSession;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The configuration in the store of the root context and, where no launcher holds one for longer, the session: one for
 * all classes of a test plan, closed after the last.
 */
final class SessionResource implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private final Configuration configuration;
    private Optional<AivenSession> own = Optional.empty();

    private SessionResource(Configuration configuration) {
        this.configuration = configuration;
    }

    static SessionResource of(ExtensionContext context) {
        ExtensionContext root = context.getRoot();
        return root.getStore(ProjectResource.NAMESPACE)
                .getOrComputeIfAbsent(
                        SessionResource.class,
                        key -> new SessionResource(Configuration.standard(root::getConfigurationParameter)),
                        SessionResource.class);
    }

    Configuration configuration() {
        return configuration;
    }

    /** The session of the launcher that runs the class of this context, or else of this plan alone. */
    static AivenSession session(ExtensionContext context) {
        return run(context).map(PlanRun::session).orElseGet(of(context)::own);
    }

    /** What a launcher runs the class of this context in. */
    static Optional<PlanRun> run(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            return context.getParent().flatMap(SessionResource::run);
        }
        return context.getTestClass().flatMap(testClass -> LauncherRuns.executing(context.getUniqueId(), testClass));
    }

    /** The session of this plan, opened when it is first asked for. */
    private synchronized AivenSession own() {
        AivenSession session = own.orElseGet(() -> AivenSession.open(configuration));
        own = Optional.of(session);
        return session;
    }

    @Override
    public synchronized void close() {
        own.ifPresent(AivenSession::close);
    }
}
