package io.github.aivenjunit.emulator.internal.admin;

import java.time.Instant;
import java.util.Optional;

/** A request that the API answered. Status 0 stands for no answer. */
public record SeenRequest(Instant at, String method, String path, int status, Optional<String> operationId) {}
