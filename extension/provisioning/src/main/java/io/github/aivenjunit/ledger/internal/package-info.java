/** What a run created, and what became of it, for people and programs that look for leaks. */
@NullMarked
package io.github.aivenjunit.ledger.internal;

import org.jspecify.annotations.NullMarked;
