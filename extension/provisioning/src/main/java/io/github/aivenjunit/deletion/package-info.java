/** What became of the things that were to be deleted. */
@NullMarked
package io.github.aivenjunit.deletion;

import org.jspecify.annotations.NullMarked;
