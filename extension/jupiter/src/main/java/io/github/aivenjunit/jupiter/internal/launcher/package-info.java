/** What JUnit's launcher tells: which classes a plan holds, when they start and end. Loaded only where there is one. */
@NullMarked
package io.github.aivenjunit.jupiter.internal.launcher;

import org.jspecify.annotations.NullMarked;
