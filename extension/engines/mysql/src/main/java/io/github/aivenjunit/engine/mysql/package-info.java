/** MySQL behind the emulator: every service of type {@code mysql} gets a server of its own. */
@NullMarked
package io.github.aivenjunit.engine.mysql;

import org.jspecify.annotations.NullMarked;
