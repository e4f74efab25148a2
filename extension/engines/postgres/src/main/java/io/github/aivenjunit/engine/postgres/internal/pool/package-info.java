/** A connection pooler in the manner of PgBouncer: TLS and names of pools before it, the server's own socket behind it. */
@NullMarked
package io.github.aivenjunit.engine.postgres.internal.pool;

import org.jspecify.annotations.NullMarked;
