/** Valkey behind the emulator: every service of type {@code valkey} gets a server of its own. */
@NullMarked
package io.github.aivenjunit.engine.valkey;

import org.jspecify.annotations.NullMarked;
