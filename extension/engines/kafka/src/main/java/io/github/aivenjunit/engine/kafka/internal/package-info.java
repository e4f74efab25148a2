/** Starts brokers in processes of their own and talks to them. No class of Kafka is seen here. */
@NullMarked
package io.github.aivenjunit.engine.kafka.internal;

import org.jspecify.annotations.NullMarked;
