package io.github.aivenjunit.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** How soon the emulator answers, also when it holds a lot and many ask. */
final class EmulatorSuite implements Suite {

    private static final int WARM_UP = 30;
    private static final int ROUNDS = 30;
    private static final int COLD_JVMS = 7;
    private static final Target READY = new Target.AtMost(Duration.ofMillis(150));

    @Override
    public String title() {
        return "Emulator, from start() to its first HTTP answer, and under load";
    }

    @Override
    public Results measure(ForkedJvm jvm) throws IOException, InterruptedException {
        Figure warm = jvm.run(EmulatorProbe.class, WARM_UP, ROUNDS).figure(EmulatorProbe.FIRST_ANSWER);
        Measurements cold = jvm.run(COLD_JVMS, EmulatorProbe.class, 0, 1);
        Measurements load = jvm.run(LoadProbe.class);
        Figure few = load.figure(LoadProbe.REQUEST_WHEN_EMPTY);
        String full = LoadProbe.PROJECTS + " projects with " + LoadProbe.SERVICES + " services each";
        Figure bareJvm = cold.sinceFork(EmulatorProbe.JVM);
        List<Row> rows = List.of(
                Row.of("warm JVM", warm).target(READY),
                Row.of("cold JVM, its start excluded", cold.figure(EmulatorProbe.FIRST_ANSWER))
                        .against("warm JVM", warm),
                Row.of("cold JVM, its start included", cold.sinceFork(EmulatorProbe.FIRST_ANSWER))
                        .against("a JVM alone", bareJvm),
                Row.of("for comparison: start of a JVM alone", bareJvm),
                Row.of("time per request with 50 clients, 50 projects", few),
                Row.of("time per request with 50 clients, " + full, load.figure(LoadProbe.REQUEST_WHEN_FULL))
                        .against("50 projects", few));
        return new Results(rows, List.of(load.size("heap of " + full, LoadProbe.HEAP)));
    }
}
