package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.provision.AivenSession;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The session in the store of the root context: one for all classes of a test plan, closed after the last. */
final class SessionResource implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private final Configuration configuration;
    private final AivenSession session;

    private SessionResource(Configuration configuration) {
        this.configuration = configuration;
        this.session = AivenSession.open(configuration);
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

    AivenSession session() {
        return session;
    }

    @Override
    public void close() {
        session.close();
    }
}
