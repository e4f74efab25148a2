/** The command line: lists and sweeps what runs have left on Aiven. */
@NullMarked
package io.github.aivenjunit.cli;

import org.jspecify.annotations.NullMarked;
