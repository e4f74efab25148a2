package io.github.aivenjunit.benchmarks;

import java.time.Duration;

/** What a figure should be. */
sealed interface Target {

    boolean isMet(Figure figure);

    String text();

    /** The median is not longer than this. */
    record AtMost(Duration limit) implements Target {

        @Override
        public boolean isMet(Figure figure) {
            return figure.median().compareTo(limit) <= 0;
        }

        @Override
        public String text() {
            return "<= " + limit.toMillis() + " ms";
        }
    }

    /** For a difference: zero lies between its quartiles. */
    record Nothing() implements Target {

        @Override
        public boolean isMet(Figure figure) {
            return figure.quantile(0.25).compareTo(Duration.ZERO) <= 0
                    && figure.quantile(0.75).compareTo(Duration.ZERO) >= 0;
        }

        @Override
        public String text() {
            return "0 in noise";
        }
    }
}
