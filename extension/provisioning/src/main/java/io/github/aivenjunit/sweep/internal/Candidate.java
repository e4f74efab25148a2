package io.github.aivenjunit.sweep.internal;

import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.lease.internal.Ownership;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that may be deleted: a project, or a service in somebody else's.
 *
 * @param project the project
 * @param projectTags its tags
 * @param service the service; empty when the whole project is meant
 * @param services what would be deleted: every service of the project, or the one
 * @param created since when it is there, when that is known
 * @param promise the promise of a dead session to delete it
 */
record Candidate(
        String project,
        Map<String, String> projectTags,
        Optional<Service> service,
        List<Service> services,
        Optional<Instant> created,
        Optional<Promise> promise) {

    /** The tags that tell whose it is. */
    Map<String, String> tags() {
        return service.map(Service::tags).orElse(projectTags);
    }

    Optional<String> serviceName() {
        return service.map(Service::serviceName);
    }

    Optional<String> run() {
        return Optional.ofNullable(tags().get(Ownership.RUN_TAG)).or(() -> promise.map(Promise::run));
    }

    Optional<String> owner() {
        return Optional.ofNullable(tags().get(Ownership.OWNER_TAG)).or(() -> promise.map(Promise::owner));
    }

    /** Empty when the tag is missing or no time. */
    Optional<Instant> expires() {
        return expiry(tags());
    }

    static Optional<Instant> expiry(Map<String, String> tags) {
        try {
            return Optional.ofNullable(tags.get(Ownership.EXPIRES_TAG)).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether nothing is in it and Aiven has refused to delete it before. */
    boolean tombstone() {
        return service.isEmpty() && services.isEmpty() && projectTags.containsKey(Ownership.TOMBSTONE_TAG);
    }
}
