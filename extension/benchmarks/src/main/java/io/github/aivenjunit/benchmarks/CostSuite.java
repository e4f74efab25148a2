package io.github.aivenjunit.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a day of a CI system is billed, by the emulator's invoice, and what nobody should be billed for. */
final class CostSuite implements Suite {

    private final Path directory;

    /** Keeps classes, journals and configuration files in that directory. */
    CostSuite(Path directory) {
        this.directory = directory.resolve("cost");
    }

    @Override
    public String title() {
        return "Bill of " + CostProbe.RUNS + " runs of " + CostProbe.CLASSES + " classes, build "
                + CostProbe.BUILD.toMinutes() + " min, test " + CostProbe.TEST.toMinutes() + " min";
    }

    @Override
    public Set<Engine> engines() {
        return Set.of();
    }

    @Override
    public Results measure(ForkedJvm jvm) throws IOException, InterruptedException {
        Path classes = directory.resolve("classes");
        new GeneratedClasses(BilledCase.class).compile(CostProbe.CLASSES, classes);
        Measurements day = jvm.withClasses(classes).run(CostProbe.class, directory);
        List<Amount> amounts = new ArrayList<>();
        for (CostProbe.Way way : CostProbe.Way.values()) {
            amounts.add(amount(day, way, "billed", "hours", CostProbe.HOURS));
            amounts.add(amount(day, way, "billed", "USD", CostProbe.DOLLARS));
            amounts.add(amount(day, way, "a run takes", "simulated min", CostProbe.MINUTES));
        }
        Measurements needless = jvm.run(NeedlessProbe.class, directory.resolve("needless"));
        amounts.add(needless(needless, "disabled classes", NeedlessProbe.DISABLED));
        amounts.add(needless(needless, "filtered classes", NeedlessProbe.FILTERED));
        amounts.add(needless(needless, "a dry run", NeedlessProbe.DRY_RUN));
        return new Results(List.of(), List.of(), amounts);
    }

    private static Amount amount(Measurements day, CostProbe.Way way, String what, String unit, String name) {
        Amount amount = Amount.of(way.title() + ": " + what, unit, day.amount(name + way));
        return way == CostProbe.Way.NAIVE ? amount : amount.against("naive", day.amount(name + CostProbe.Way.NAIVE));
    }

    private static Amount needless(Measurements needless, String what, String name) {
        return Amount.of("created for " + what, "services", needless.amount(name))
                .atMost(0);
    }
}
