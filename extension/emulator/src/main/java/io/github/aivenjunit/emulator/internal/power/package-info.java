/** The servers behind the services: found, started, stopped and removed, each on a thread of its own. */
@NullMarked
package io.github.aivenjunit.emulator.internal.power;

import org.jspecify.annotations.NullMarked;
