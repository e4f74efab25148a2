/** How a service became usable, step by step. */
@NullMarked
package io.github.aivenjunit.readiness;

import org.jspecify.annotations.NullMarked;
