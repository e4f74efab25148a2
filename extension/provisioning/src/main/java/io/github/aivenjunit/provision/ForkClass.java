package io.github.aivenjunit.provision;

import io.github.aivenjunit.spec.ProjectSpec;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A test class that this build will run in one of its forks. Immutable.
 *
 * @param name the full name of the class
 * @param spec reads what it declares, on a thread of the session; empty when it needs no project of its own
 */
public record ForkClass(String name, Supplier<Optional<ProjectSpec>> spec) {}
