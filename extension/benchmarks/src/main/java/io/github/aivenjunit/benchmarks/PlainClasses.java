package io.github.aivenjunit.benchmarks;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Test classes that do nothing and know nothing of the extension. */
final class PlainClasses {

    static final List<Class<?>> ALL = List.of(A.class, B.class, C.class, D.class, E.class, F.class, G.class, H.class);

    private PlainClasses() {}

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
