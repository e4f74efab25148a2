package io.github.aivenjunit.benchmarks;

import org.junit.jupiter.api.Test;

/** What the generated classes without annotations inherit. */
abstract class PlainCase {
    @Test
    void passes() {}
}
