/**
 * Puts into a running service what its declaration names or what a test asks for, and waits until it is there. One class
 * per kind of resource.
 */
@NullMarked
package io.github.aivenjunit.resource.internal;

import org.jspecify.annotations.NullMarked;
