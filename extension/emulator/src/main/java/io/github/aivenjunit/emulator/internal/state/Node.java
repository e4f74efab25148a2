package io.github.aivenjunit.emulator.internal.state;

import java.util.Optional;

/** A machine of a service, as {@code node_states} shows it. */
public record Node(String name, String state, Optional<String> role) {}
