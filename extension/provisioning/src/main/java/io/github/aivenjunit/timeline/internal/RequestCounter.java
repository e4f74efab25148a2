package io.github.aivenjunit.timeline.internal;

import io.github.aivenjunit.timeline.internal.Requests.Count;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts requests by second and kind. What a long run needs is bounded: it counts in coarser steps. Thread-safe. */
final class RequestCounter {

    private static final int LIMITED = 429;
    private static final int FAILED = 500;

    private final int mostCounts;
    private SortedMap<Integer, Count> counts = new TreeMap<>();
    private int width = 1;

    RequestCounter(int mostCounts) {
        this.mostCounts = mostCounts;
    }

    /**
     * Counts a request.
     *
     * @param sent since the origin
     * @param status 0 when there was no answer
     */
    synchronized void count(Duration sent, String method, int status) {
        boolean read = method.equals("GET") || method.equals("HEAD");
        boolean delete = method.equals("DELETE");
        Count one = new Count(
                read ? 1 : 0,
                read || delete ? 0 : 1,
                delete ? 1 : 0,
                status == LIMITED ? 1 : 0,
                status == 0 || status >= FAILED ? 1 : 0);
        counts.merge((int) Math.max(0, sent.toSeconds()) / width * width, one, Count::plus);
        if (counts.size() > mostCounts) {
            Requests coarser = counted().later(Duration.ZERO, width * 2);
            width = coarser.width();
            counts = new TreeMap<>(coarser.counts());
        }
    }

    synchronized Requests counted() {
        return new Requests(width, counts);
    }
}
