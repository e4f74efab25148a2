/**
 * Measures the extension on this machine. {@link io.github.aivenjunit.benchmarks.Benchmarks} starts a JVM for every
 * measurement, because what a cold JVM costs can be measured only once in each.
 */
@NullMarked
package io.github.aivenjunit.benchmarks;

import org.jspecify.annotations.NullMarked;
