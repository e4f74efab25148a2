/**
 * Runs in the compiler, and notes which test classes use this library, so that one fork of a build can provision for the
 * others. Depends on the JDK alone.
 */
@NullMarked
package io.github.aivenjunit.index;

import org.jspecify.annotations.NullMarked;
