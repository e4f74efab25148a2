package io.github.aivenjunit.timeline.internal;

import java.time.Duration;
import java.util.Optional;

/**
 * A coloured piece of a lane.
 *
 * @param style its CSS class
 * @param meaning what it is, in a word or two
 * @param caption what stands in it, if there is room
 */
record Segment(String style, String meaning, Span span, String caption) {

    static Optional<Segment> of(
            String style, String meaning, Optional<Duration> from, Optional<Duration> to, String caption) {
        return from.flatMap(begin -> to.map(end -> new Segment(style, meaning, new Span(begin, end), caption)));
    }

    String description() {
        return meaning + " " + Spoken.time(span.length());
    }
}
