/** Holds which binaries a user configuration leads to. */
@NullMarked
package io.github.aivenjunit.engine.postgres.internal;

import org.jspecify.annotations.NullMarked;
