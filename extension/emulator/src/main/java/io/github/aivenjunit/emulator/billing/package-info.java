/** What emulated services cost, counted as Aiven bills. */
@NullMarked
package io.github.aivenjunit.emulator.billing;

import org.jspecify.annotations.NullMarked;
