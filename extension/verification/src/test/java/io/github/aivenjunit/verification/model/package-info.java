/**
 * The lease protocol as a model whose every interleaving is explored: a session, its watchdog, sweeps, deaths, and an API
 * that is late or lies. The checker knows nothing of the protocol.
 */
@NullMarked
package io.github.aivenjunit.verification.model;

import org.jspecify.annotations.NullMarked;
