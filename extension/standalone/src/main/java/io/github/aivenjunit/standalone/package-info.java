/** The emulator as a process of its own: its command line, and nothing that an embedded emulator needs. */
@NullMarked
package io.github.aivenjunit.standalone;

import org.jspecify.annotations.NullMarked;
