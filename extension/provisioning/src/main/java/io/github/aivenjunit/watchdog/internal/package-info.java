/**
 * A child JVM that deletes what a killed session leaves. Its standard input is the lease: it ends with the session,
 * whatever ended that. What runs in the child uses the JDK alone, because it has to be up and through quickly.
 */
@NullMarked
package io.github.aivenjunit.watchdog.internal;

import org.jspecify.annotations.NullMarked;
