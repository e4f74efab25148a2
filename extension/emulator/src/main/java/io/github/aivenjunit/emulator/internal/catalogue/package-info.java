/** What can be ordered: clouds, service types, plans, prices and the keys of {@code user_config}. */
@NullMarked
package io.github.aivenjunit.emulator.internal.catalogue;

import org.jspecify.annotations.NullMarked;
