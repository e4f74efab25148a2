/**
 * HTTP and JSON: the only package that sees OkHttp and Jackson databind. It knows nothing of the Aiven API, so that
 * either library can be replaced here alone.
 */
@NullMarked
package io.github.aivenjunit.client.internal;

import org.jspecify.annotations.NullMarked;
