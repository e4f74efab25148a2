package io.github.aivenjunit.emulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests. Thread-safe. */
final class RequestLog {

    private static final int KEPT = 10_000;

    private final Deque<ReceivedRequest> requests = new ArrayDeque<>();

    synchronized void add(ReceivedRequest request) {
        requests.add(request);
        if (requests.size() > KEPT) {
            requests.remove();
        }
    }

    /** The oldest first. */
    synchronized List<ReceivedRequest> all() {
        return List.copyOf(requests);
    }
}
