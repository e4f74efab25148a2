/** What a test wants to have: plain values that validate themselves and know nothing of JUnit or of the API. */
@NullMarked
package io.github.aivenjunit.spec;

import org.jspecify.annotations.NullMarked;
