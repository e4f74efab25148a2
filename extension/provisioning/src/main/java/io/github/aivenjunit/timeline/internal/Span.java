package io.github.aivenjunit.timeline.internal;

import java.time.Duration;

/**
 * From one moment to another, both since the origin of the timeline.
 *
 * @param to not before {@code from}
 */
record Span(Duration from, Duration to) {

    Span {
        to = to.compareTo(from) < 0 ? from : to;
    }

    Duration length() {
        return to.minus(from);
    }

    Span later(Duration shift) {
        return new Span(from.plus(shift), to.plus(shift));
    }
}
