/** HTTP on loopback. The only package that sees the HTTP library. */
@NullMarked
package io.github.aivenjunit.emulator.internal.http;

import org.jspecify.annotations.NullMarked;
