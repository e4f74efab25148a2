package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.jupiter.AivenProject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same classes, each with a project of its own and no service. */
final class AnnotatedClasses {

    static final List<Class<?>> ALL = List.of(A.class, B.class, C.class, D.class, E.class, F.class, G.class, H.class);

    private AnnotatedClasses() {}

    @AivenProject
    abstract static class Case {
        @Test
        void passes() {}
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
