/** What the emulator has and Aiven does not: its page, and requests that inject faults, move the clock or begin anew. */
@NullMarked
package io.github.aivenjunit.emulator.internal.admin;

import org.jspecify.annotations.NullMarked;
