package io.github.aivenjunit.resource.internal;

import io.github.aivenjunit.spec.ServiceResource;
import java.util.List;

/** A kind of resource that can be deleted while its service lives. Thread-safe. */
interface RemovableKind<R extends ServiceResource> extends ResourceKind<R> {

    /** Asks once; what is not there is deleted. */
    void delete(R resource);

    /** Whether none of them is there any more. */
    boolean gone(List<R> resources);
}
