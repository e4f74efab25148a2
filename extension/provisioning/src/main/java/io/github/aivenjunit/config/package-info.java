/**
 * Where a value comes from: the declaration, JUnit's configuration parameters, system properties, the environment, the
 * user's file, a default. The only package that reads the environment.
 */
@NullMarked
package io.github.aivenjunit.config;

import org.jspecify.annotations.NullMarked;
