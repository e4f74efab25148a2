/**
 * What goes to the Aiven API and what comes back, as immutable records.
 *
 * <p>Answers are read leniently: a missing or unreadable part becomes empty, an unknown field is ignored, and an
 * unknown value of an enumeration is kept as the text that was sent.
 */
@NullMarked
package io.github.aivenjunit.client.model;

import org.jspecify.annotations.NullMarked;
