/** Tests of the schema registry without its process. */
@NullMarked
package io.github.aivenjunit.engine.kafka.internal.registry;

import org.jspecify.annotations.NullMarked;
