/** What an emulated Kafka service has: topics, access rules, quotas and connectors, with or without a real broker. */
@NullMarked
package io.github.aivenjunit.emulator.internal.kafka;

import org.jspecify.annotations.NullMarked;
