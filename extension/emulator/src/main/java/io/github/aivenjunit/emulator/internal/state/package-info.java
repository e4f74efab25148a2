/** What exists on the platform, guarded by one lock and moved by one clock. */
@NullMarked
package io.github.aivenjunit.emulator.internal.state;

import org.jspecify.annotations.NullMarked;
