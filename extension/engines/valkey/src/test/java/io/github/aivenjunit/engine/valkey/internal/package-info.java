/** Which program is chosen. */
@NullMarked
package io.github.aivenjunit.engine.valkey.internal;

import org.jspecify.annotations.NullMarked;
