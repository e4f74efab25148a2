/** What went wrong with something inside a service, such as a database or a topic. */
@NullMarked
package io.github.aivenjunit.resource;

import org.jspecify.annotations.NullMarked;
