/**
 * What the sessions of a machine know of the projects that they share. The journals are the reference count: whoever uses a
 * shared project has a lease on it in the journal of a living session.
 */
@NullMarked
package io.github.aivenjunit.share.internal;

import org.jspecify.annotations.NullMarked;
