/** What the test's JVM and a broker's process say to each other. */
@NullMarked
package io.github.aivenjunit.engine.kafka.internal.wire;

import org.jspecify.annotations.NullMarked;
