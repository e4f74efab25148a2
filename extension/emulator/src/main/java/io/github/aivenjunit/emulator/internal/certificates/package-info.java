/** The certificate authority of a project. */
@NullMarked
package io.github.aivenjunit.emulator.internal.certificates;

import org.jspecify.annotations.NullMarked;
