/** Runs inside a node's own process, on OpenSearch's class path. */
@NullMarked
package io.github.aivenjunit.engine.opensearch.internal.node;

import org.jspecify.annotations.NullMarked;
