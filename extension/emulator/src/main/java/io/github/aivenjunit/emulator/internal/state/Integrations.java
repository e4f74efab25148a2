package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.faults.FaultBoard;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The integrations of all projects: their ends can be in two. Guarded by the platform's lock. */
public final class Integrations {

    private final Identifiers identifiers;
    private final FaultBoard faults;
    private final Map<String, Integration> all = new LinkedHashMap<>();

    Integrations(Identifiers identifiers, FaultBoard faults) {
        this.identifiers = identifiers;
        this.faults = faults;
    }

    public Integration get(Project project, String id) {
        return Optional.ofNullable(all.get(id))
                .filter(found -> found.concerns(project))
                .orElseThrow(Integrations::notFound);
    }

    /** The same for a read, which can come too early to find a new one. */
    public Integration read(Project project, String id) {
        Integration found = get(project, id);
        if (found.hidesOnce()) {
            throw notFound();
        }
        return found;
    }

    public Integration create(IntegrationOrder order) {
        if (all.values().stream().anyMatch(other -> other.isSameAs(order))) {
            throw Refusal.of(409, "Service integration already exists");
        }
        Integration made = new Integration(identifiers.uuid(), order, faults.integrationLag());
        all.put(made.id(), made);
        made.services().forEach(service -> service.integrations().add(made));
        return made;
    }

    /** Creates what was ordered together with a service, unless the other end has gone in the meantime. */
    public void createIfPossible(IntegrationOrder order) {
        if (order.source().exists() && order.dest().exists()) {
            create(order);
        }
    }

    public void delete(Integration integration) {
        all.remove(integration.id());
        integration.services().forEach(service -> service.integrations().remove(integration));
    }

    public void requireUnused(IntegrationEndpoint endpoint) {
        if (all.values().stream().anyMatch(integration -> integration.uses(endpoint))) {
            throw Refusal.of(409, "Service integration endpoint is in use by service integrations");
        }
    }

    private static Refusal notFound() {
        return Refusal.of(404, "service_integration_not_found", "Service integration not found");
    }
}
