/** Connection details in the forms that Java clients take. */
@NullMarked
package io.github.aivenjunit.connection;

import org.jspecify.annotations.NullMarked;
