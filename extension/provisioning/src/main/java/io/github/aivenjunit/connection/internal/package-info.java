/** What drivers load by name to trust a project's CA without a file. */
@NullMarked
package io.github.aivenjunit.connection.internal;

import org.jspecify.annotations.NullMarked;
