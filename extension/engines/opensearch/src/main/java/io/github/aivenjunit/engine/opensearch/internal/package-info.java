/** How a node's process is made, started, told its users, and ended. */
@NullMarked
package io.github.aivenjunit.engine.opensearch.internal;

import org.jspecify.annotations.NullMarked;
