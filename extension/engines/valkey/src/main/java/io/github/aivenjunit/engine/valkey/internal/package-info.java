/** The server's program, its configuration and users, and its life. Not for use outside this artifact. */
@NullMarked
package io.github.aivenjunit.engine.valkey.internal;

import org.jspecify.annotations.NullMarked;
