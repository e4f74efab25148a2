/**
 * Finds and deletes what runs have left on Aiven when neither they, nor their shutdown hook, nor their watchdog could:
 * after the loss of a machine, for example.
 */
@NullMarked
package io.github.aivenjunit.sweep;

import org.jspecify.annotations.NullMarked;
