package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.EphemeralProject;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Nested classes share the project around them, unless they declare their own. */
@AivenProject(tags = "team=orders")
class NestedTest {

    private final EphemeralProject project;

    NestedTest(EphemeralProject project) {
        this.project = project;
    }

    @Nested
    class Sharing {

        @Test
        void usesTheSameProject(EphemeralProject mine) {
            assertThat(mine.name()).isEqualTo(project.name());
        }
    }

    @Nested
    @AivenProject
    class Separate {

        @Test
        void hasAProjectOfItsOwn(EphemeralProject mine) {
            assertThat(mine.name()).isNotEqualTo(project.name());
        }
    }
}
