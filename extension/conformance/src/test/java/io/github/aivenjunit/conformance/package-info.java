/** Tests of the check itself, with a document of their own. */
@NullMarked
package io.github.aivenjunit.conformance;

import org.jspecify.annotations.NullMarked;
