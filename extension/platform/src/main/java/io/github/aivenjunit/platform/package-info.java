/**
 * What a stand-in for the Aiven API tells the code that uses it, and nothing more: where it listens, which token it
 * takes, and what its services can do.
 *
 * <p>Both sides depend on this package and not on each other, so that the emulator and the client cannot share a wrong
 * belief about the API.
 */
@NullMarked
package io.github.aivenjunit.platform;

import org.jspecify.annotations.NullMarked;
