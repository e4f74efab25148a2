/** The server's programs, files, processes and sessions. */
@NullMarked
package io.github.aivenjunit.engine.clickhouse.internal;

import org.jspecify.annotations.NullMarked;
