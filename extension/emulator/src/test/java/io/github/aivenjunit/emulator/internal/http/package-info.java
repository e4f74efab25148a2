/** Tests of the server, spoken to on plain sockets. */
@NullMarked
package io.github.aivenjunit.emulator.internal.http;

import org.jspecify.annotations.NullMarked;
