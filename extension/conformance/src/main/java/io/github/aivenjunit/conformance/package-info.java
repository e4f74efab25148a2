/**
 * Holds what our client asks and what the emulator answers, in all tests of a JVM, against the Aiven API's OpenAPI
 * document, and fails the run with a list of what differs.
 */
@NullMarked
package io.github.aivenjunit.conformance;

import org.jspecify.annotations.NullMarked;
