package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.emulator.time.BuildTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Waits for services by several rules, each on an emulator of its own with the same build times. */
final class PollingProbe {

    static final String LAG = " lag ";
    static final String LOOKS = " looks ";
    static final String REFUSED = " refused ";
    static final String WAITED = " waited ";
    static final String OURS = "ours";
    static final String OURS_APART = "ours, a project each";
    static final String AVN = "avn";
    static final String TERRAFORM = "Terraform";
    static final int KNOWN_BUILDS = 10;

    private static final int WARM_UP = 20;
    private static final long SEED = 7;
    private static final long EARLIER_SEED = 8;

    private PollingProbe() {}

    static Map<String, PollingRule> rules() {
        List<Duration> known = BuildSite.durations(BuildTimes.realistic(EARLIER_SEED), KNOWN_BUILDS);
        Map<String, PollingRule> rules = new LinkedHashMap<>();
        rules.put(OURS, new PollingRule.Ours(false, known));
        rules.put(OURS_APART, new PollingRule.Ours(true, known));
        rules.put(AVN, new PollingRule.Avn());
        rules.put(TERRAFORM, new PollingRule.Terraform());
        return rules;
    }

    /**
     * Measures.
     *
     * @param arguments how many services; all numbers side by side
     */
    public static void main(String[] arguments) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            warmUp();
            List<Callable<Boolean>> work = new ArrayList<>();
            Stream.of(arguments)
                    .map(Integer::parseInt)
                    .forEach(services -> rules().forEach((name, rule) -> work.add(() -> {
                        measure(name, rule, services, threads);
                        return true;
                    })));
            all(threads, work);
        } finally {
            threads.shutdownNow();
        }
    }

    /** What a cold JVM loads would count. */
    private static void warmUp() throws Exception {
        try (BuildSite site = new BuildSite(BuildTimes.instant())) {
            for (Built service : site.build(WARM_UP, 1)) {
                site.isRunning(service);
                site.running(service.project());
            }
        }
    }

    private static void measure(String name, PollingRule rule, int count, ExecutorService threads) throws Exception {
        try (BuildSite site = new BuildSite(BuildTimes.realistic(SEED))) {
            List<Built> services = site.build(count, rule.projects(count));
            all(threads, rule.waits(services, site));
            Duration waited = Duration.ZERO;
            for (Built service : services) {
                waited = waited.plus(service.waited());
                Sample.send(name + LAG + count, Taken.only(service.lag()));
            }
            AmountSample.send(name + WAITED + count, waited.toMillis() / 60_000.0);
            AmountSample.send(name + LOOKS + count, site.looks());
            AmountSample.send(name + REFUSED + count, site.refused());
        }
    }

    private static void all(ExecutorService threads, List<Callable<Boolean>> work) throws Exception {
        for (Future<Boolean> done : threads.invokeAll(work)) {
            done.get();
        }
    }
}
