/** The engine with real brokers and real clients. */
@NullMarked
package io.github.aivenjunit.engine.opensearch;

import org.jspecify.annotations.NullMarked;
