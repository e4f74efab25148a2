package io.github.aivenjunit.jupiter.internal;

import io.github.aivenjunit.spec.ProjectSpec;

/**
 * What a class or an extension object declares.
 *
 * @param spec the project
 * @param disabledWithoutToken whether the class is skipped when no token is configured
 */
public record ProjectDeclaration(ProjectSpec spec, boolean disabledWithoutToken) {

    /** The same declaration, for another class. */
    public ProjectDeclaration withLabel(String label) {
        return new ProjectDeclaration(spec.withLabel(label), disabledWithoutToken);
    }
}
