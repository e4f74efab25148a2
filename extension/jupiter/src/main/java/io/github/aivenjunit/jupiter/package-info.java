/**
 * Annotations and the extension for JUnit Jupiter. Start with {@link io.github.aivenjunit.jupiter.AivenProject}.
 */
@NullMarked
package io.github.aivenjunit.jupiter;

import org.jspecify.annotations.NullMarked;
