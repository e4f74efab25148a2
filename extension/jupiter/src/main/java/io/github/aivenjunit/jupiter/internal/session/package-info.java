/** What lasts longer than a class: the session of a launcher session, and the projects begun ahead of their classes. */
@NullMarked
package io.github.aivenjunit.jupiter.internal.session;

import org.jspecify.annotations.NullMarked;
