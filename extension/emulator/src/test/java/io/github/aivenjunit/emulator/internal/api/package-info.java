/** Tests of what the API says about itself. */
@NullMarked
package io.github.aivenjunit.emulator.internal.api;

import org.jspecify.annotations.NullMarked;
