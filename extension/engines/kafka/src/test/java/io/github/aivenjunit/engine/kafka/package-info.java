/** The engine with real brokers and real clients. */
@NullMarked
package io.github.aivenjunit.engine.kafka;

import org.jspecify.annotations.NullMarked;
