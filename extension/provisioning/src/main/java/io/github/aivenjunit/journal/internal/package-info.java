/**
 * What the sessions of this user have promised to delete, on disk. A session writes a file of its own and holds its lock
 * for as long as it lives; whoever gets the lock knows that the session is dead, and may finish its work.
 */
@NullMarked
package io.github.aivenjunit.journal.internal;

import org.jspecify.annotations.NullMarked;
