/** The way in for programs: a session, which turns specs into live projects and makes sure that they are deleted. */
@NullMarked
package io.github.aivenjunit.provision;

import org.jspecify.annotations.NullMarked;
