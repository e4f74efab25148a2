/** The command line's commands as goals of a Maven plugin. */
@NullMarked
package io.github.aivenjunit.maven;

import org.jspecify.annotations.NullMarked;
