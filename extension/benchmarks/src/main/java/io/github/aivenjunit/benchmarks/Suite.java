package io.github.aivenjunit.benchmarks;

import java.io.IOException;
import java.util.Set;

/** Measurements that belong together. */
interface Suite {

    String title();

    /** What is on the class path beside the extension. */
    default Set<Engine> engines() {
        return Set.of(Engine.POSTGRES);
    }

    Results measure(ForkedJvm jvm) throws IOException, InterruptedException;
}
