/** Spec in, live project out. */
@NullMarked
package io.github.aivenjunit.provision.internal;

import org.jspecify.annotations.NullMarked;
