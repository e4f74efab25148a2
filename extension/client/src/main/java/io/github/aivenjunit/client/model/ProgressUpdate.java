package io.github.aivenjunit.client.model;

import java.util.Optional;

/**
 * How far a node has come with one phase of its set-up.
 *
 * @param phase for example {@code prepare}, {@code basebackup}, {@code stream}, {@code finalize}
 */
public record ProgressUpdate(
        String phase,
        boolean completed,
        Optional<Long> current,
        Optional<Long> min,
        Optional<Long> max,
        Optional<String> unit) {

    public ProgressUpdate {
        phase = Missing.text(phase);
        current = Missing.optional(current);
        min = Missing.optional(min);
        max = Missing.optional(max);
        unit = Missing.optional(unit);
    }
}
