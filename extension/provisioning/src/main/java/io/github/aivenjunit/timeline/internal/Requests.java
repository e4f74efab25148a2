package io.github.aivenjunit.timeline.internal;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many requests were sent to the API, by time and kind.
 *
 * @param width seconds that each count covers; one in all but very long runs
 * @param counts by the second at which their time begins, a multiple of the width
 */
record Requests(int width, SortedMap<Integer, Count> counts) {

    /**
     * Requests of one time.
     *
     * @param limited of all these, those that were answered 429
     * @param failed of all these, those with a 5xx or no answer
     */
    record Count(int reads, int writes, int deletes, int limited, int failed) {

        static final Count NONE = new Count(0, 0, 0, 0, 0);

        int all() {
            return reads + writes + deletes;
        }

        Count plus(Count other) {
            return new Count(
                    reads + other.reads,
                    writes + other.writes,
                    deletes + other.deletes,
                    limited + other.limited,
                    failed + other.failed);
        }
    }

    Requests {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    static Requests none() {
        return new Requests(1, new TreeMap<>());
    }

    Count total() {
        return counts.values().stream().reduce(Count.NONE, Count::plus);
    }

    /** The same in coarser steps, begun earlier. */
    Requests later(Duration shift, int wider) {
        SortedMap<Integer, Count> moved = new TreeMap<>();
        counts.forEach((second, count) ->
                moved.merge((int) ((second + shift.toSeconds()) / wider * wider), count, Count::plus));
        return new Requests(wider, moved);
    }

    Requests plus(Requests other) {
        SortedMap<Integer, Count> sum = new TreeMap<>(counts);
        other.counts().forEach((second, count) -> sum.merge(second, count, Count::plus));
        return new Requests(width, sum);
    }
}
