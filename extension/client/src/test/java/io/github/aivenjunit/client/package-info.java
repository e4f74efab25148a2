/** Tests of the client against scripted answers, in played time. */
@NullMarked
package io.github.aivenjunit.client;

import org.jspecify.annotations.NullMarked;
