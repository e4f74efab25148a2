/** The search, the three checks that can refuse a deletion, and the deletion itself by the one deleter. */
@NullMarked
package io.github.aivenjunit.sweep.internal;

import org.jspecify.annotations.NullMarked;
