/** A real Kafka broker behind each emulated service of type {@code kafka}. */
@NullMarked
package io.github.aivenjunit.engine.kafka;

import org.jspecify.annotations.NullMarked;
