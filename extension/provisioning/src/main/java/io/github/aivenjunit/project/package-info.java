/** What a test gets: the project and its services, with everything a client needs. */
@NullMarked
package io.github.aivenjunit.project;

import org.jspecify.annotations.NullMarked;
