package io.github.aivenjunit.resource.internal;

import io.github.aivenjunit.spec.ServiceResource;
import java.util.List;

/** How one kind of resource is made in one service. Thread-safe. */
interface ResourceKind<R extends ServiceResource> {

    /**
     * Asks for it once.
     *
     * @return whether the request was taken; {@code false} for a refusal that passes, because what it needs is not there
     *     yet
     */
    boolean request(R resource);

    /** Whether all of them are there for clients. */
    boolean exist(List<R> resources);
}
