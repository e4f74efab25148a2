/** The routes of the API, one class per kind of resource, and the JSON they answer with. */
@NullMarked
package io.github.aivenjunit.emulator.internal.api;

import org.jspecify.annotations.NullMarked;
