/** A real OpenSearch node behind each emulated service of type {@code opensearch}. */
@NullMarked
package io.github.aivenjunit.engine.opensearch;

import org.jspecify.annotations.NullMarked;
