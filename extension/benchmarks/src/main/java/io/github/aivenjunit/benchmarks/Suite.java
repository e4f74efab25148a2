package io.github.aivenjunit.benchmarks;

import java.io.IOException;
import java.util.List;

/** Measurements that belong together. */
interface Suite {

    String title();

    List<Row> measure(ForkedJvm jvm) throws IOException, InterruptedException;
}
