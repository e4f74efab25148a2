/** What a run did and when: what test classes tell of themselves. The rest is written down by the session. */
@NullMarked
package io.github.aivenjunit.timeline;

import org.jspecify.annotations.NullMarked;
