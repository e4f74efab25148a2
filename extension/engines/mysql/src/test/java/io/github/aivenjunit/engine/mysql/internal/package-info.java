/** Holds what the engine is made of: search, unpacking, protocol. */
@NullMarked
package io.github.aivenjunit.engine.mysql.internal;

import org.jspecify.annotations.NullMarked;
