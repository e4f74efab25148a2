/** Tests of the values that go over the wire. */
@NullMarked
package io.github.aivenjunit.client.model;

import org.jspecify.annotations.NullMarked;
