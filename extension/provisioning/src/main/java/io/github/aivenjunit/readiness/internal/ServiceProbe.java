package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.readiness.Rung;
import java.util.List;
import java.util.Optional;

/** The rungs above {@link Rung#API_STATE} of one service type. Stateless. */
public interface ServiceProbe {

    /** The steps for this service, in the order of {@link Rung}. */
    List<Step> steps(Service service, CaCertificate ca);

    /** A login as one of the service's users; empty where the type has no login that can be tried from here. */
    default Optional<Attempt> login(Service service, CaCertificate ca, ServiceUser user) {
        return Optional.empty();
    }

    /**
     * One rung.
     *
     * @param rung which
     * @param attempt succeeds or throws why not
     */
    record Step(Rung rung, Attempt attempt) {}

    /** A single try, bounded in time. */
    @FunctionalInterface
    interface Attempt {
        void run() throws Exception;
    }
}
