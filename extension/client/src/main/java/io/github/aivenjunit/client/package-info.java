/**
 * The Aiven REST API, typed: {@link io.github.aivenjunit.client.AivenClient} is the entry, one interface per resource
 * hangs off it, and every failure is an {@link io.github.aivenjunit.client.AivenApiException}.
 */
@NullMarked
package io.github.aivenjunit.client;

import org.jspecify.annotations.NullMarked;
