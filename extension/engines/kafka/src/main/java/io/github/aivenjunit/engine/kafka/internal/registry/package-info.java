/**
 * A schema registry that answers as Karapace does, which is Aiven's. It lives in the broker's process and knows nothing of
 * Kafka.
 */
@NullMarked
package io.github.aivenjunit.engine.kafka.internal.registry;

import org.jspecify.annotations.NullMarked;
