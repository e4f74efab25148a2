package io.github.aivenjunit.client;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The projects that this client has just created. For a moment the API may answer 403 "Not a project member" to their
 * own creator (Aiven API: Terraform waits for it too). Thread-safe.
 */
final class FreshProjects {

    static final Duration GRACE = Duration.ofSeconds(30);

    private final Map<String, Long> created = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    FreshProjects(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void created(String project) {
        long now = nanos.getAsLong();
        created.values().removeIf(since -> now - since > GRACE.toNanos());
        created.put(project, now);
    }

    /** The answer to its creation was lost: until it is seen, "not a member" may mean that it is ours. */
    void perhapsCreated(String project) {
        created.putIfAbsent(project, nanos.getAsLong());
    }

    /** From its deletion on, "not a member" means gone. */
    void deleted(String project) {
        created.remove(project);
    }

    boolean contains(String project) {
        Long since = created.get(project);
        return since != null && nanos.getAsLong() - since <= GRACE.toNanos();
    }
}
