/** Reads request bodies the way the API does, with its own words for what is wrong. */
@NullMarked
package io.github.aivenjunit.emulator.internal.input;

import org.jspecify.annotations.NullMarked;
