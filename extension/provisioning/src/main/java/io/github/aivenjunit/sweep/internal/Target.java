package io.github.aivenjunit.sweep.internal;

import io.github.aivenjunit.client.model.Project;
import java.util.List;
import java.util.Optional;

/**
 * A project to look at.
 *
 * @param project its name
 * @param listed how it was listed; empty when the token does not see it
 * @param promises what dead sessions have promised to delete, of it or in it
 * @param searched whether services of ours are looked for in it when it is not ours
 */
record Target(String project, Optional<Project> listed, List<Promise> promises, boolean searched) {

    Target {
        promises = List.copyOf(promises);
    }

    /** The promise to delete the whole project. */
    Optional<Promise> wholePromise() {
        return promises.stream()
                .filter(promise -> promise.lease().wholeProject())
                .findFirst();
    }

    /** The promises to delete services in it. */
    List<Promise> servicePromises() {
        return promises.stream()
                .filter(promise -> !promise.lease().wholeProject())
                .toList();
    }

    Optional<Promise> promise(String service) {
        return servicePromises().stream()
                .filter(promise -> promise.services().contains(service))
                .findFirst();
    }
}
