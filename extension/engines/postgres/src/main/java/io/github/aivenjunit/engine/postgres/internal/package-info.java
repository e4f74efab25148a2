/** Finds and unpacks PostgreSQL's binaries, prepares its data directory, runs it and talks to it. Not API. */
@NullMarked
package io.github.aivenjunit.engine.postgres.internal;

import org.jspecify.annotations.NullMarked;
