/** Waits until a client can use a service. The only package that sees Awaitility. */
@NullMarked
package io.github.aivenjunit.readiness.internal;

import org.jspecify.annotations.NullMarked;
