/** The command line, run in process against the emulator. */
@NullMarked
package io.github.aivenjunit.standalone;

import org.jspecify.annotations.NullMarked;
