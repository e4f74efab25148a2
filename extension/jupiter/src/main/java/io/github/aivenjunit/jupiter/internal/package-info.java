/** From annotations to a project in JUnit's store, and from there into tests. */
@NullMarked
package io.github.aivenjunit.jupiter.internal;

import org.jspecify.annotations.NullMarked;
