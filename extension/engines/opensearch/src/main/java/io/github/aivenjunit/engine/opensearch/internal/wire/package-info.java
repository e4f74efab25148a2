/** What the test's JVM and a node's process say to each other. */
@NullMarked
package io.github.aivenjunit.engine.opensearch.internal.wire;

import org.jspecify.annotations.NullMarked;
