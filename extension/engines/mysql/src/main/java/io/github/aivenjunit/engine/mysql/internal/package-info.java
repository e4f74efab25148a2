/** The server's programs, files, processes and sessions. */
@NullMarked
package io.github.aivenjunit.engine.mysql.internal;

import org.jspecify.annotations.NullMarked;
