/** Parameters become arguments, exit codes become the end of a build. */
@NullMarked
package io.github.aivenjunit.maven;

import org.jspecify.annotations.NullMarked;
