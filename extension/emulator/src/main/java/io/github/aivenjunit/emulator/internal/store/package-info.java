/** Snapshots of everything that exists, and the directory in which the latest one survives the process. */
@NullMarked
package io.github.aivenjunit.emulator.internal.store;

import org.jspecify.annotations.NullMarked;
