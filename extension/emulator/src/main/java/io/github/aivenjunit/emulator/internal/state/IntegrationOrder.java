package io.github.aivenjunit.emulator.internal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a caller asked an integration to be. */
public record IntegrationOrder(String type, IntegrationEnd source, IntegrationEnd dest, ObjectNode userConfig) {}
