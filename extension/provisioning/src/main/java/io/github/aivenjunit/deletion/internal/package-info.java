/** The one deleter. */
@NullMarked
package io.github.aivenjunit.deletion.internal;

import org.jspecify.annotations.NullMarked;
