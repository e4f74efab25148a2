/** The promise to delete: what we own, how it is marked, and what of it is still there. */
@NullMarked
package io.github.aivenjunit.lease.internal;

import org.jspecify.annotations.NullMarked;
