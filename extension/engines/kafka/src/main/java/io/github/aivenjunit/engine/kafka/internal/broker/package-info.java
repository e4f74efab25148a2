/** The program of a broker's process. It runs on the broker's own class path, never in the test's JVM. */
@NullMarked
package io.github.aivenjunit.engine.kafka.internal.broker;

import org.jspecify.annotations.NullMarked;
