/** What a client of a service sees. */
@NullMarked
package io.github.aivenjunit.engine.valkey;

import org.jspecify.annotations.NullMarked;
