/** An Aiven control plane inside the test JVM: the API over HTTP on loopback, with real servers behind its services. */
@NullMarked
package io.github.aivenjunit.emulator;

import org.jspecify.annotations.NullMarked;
