package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.EphemeralProject;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The same classes, each with a project of its own and no service. They ask for the project so that a run without one
 * fails, and does not measure nothing.
 */
final class AnnotatedClasses {

    static final List<Class<?>> ALL = List.of(A.class, B.class, C.class, D.class, E.class, F.class, G.class, H.class);

    private AnnotatedClasses() {}

    @AivenProject
    abstract static class Case {
        @Test
        void passes(EphemeralProject project) {}
    }

    static class A extends Case {}

    static class B extends Case {}

    static class C extends Case {}

    static class D extends Case {}

    static class E extends Case {}

    static class F extends Case {}

    static class G extends Case {}

    static class H extends Case {}
}
