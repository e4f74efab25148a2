package io.github.aivenjunit.benchmarks;

/** The one place that writes to the standard output, which is the product of this program. */
final class Console {

    private Console() {}

    static void line(String text) {
        System.out.println(text);
    }
}
