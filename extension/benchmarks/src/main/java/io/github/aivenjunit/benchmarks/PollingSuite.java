package io.github.aivenjunit.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How late services are seen to be ready, and what looking costs, by our rule and by those of others. */
final class PollingSuite implements Suite {

    private static final int AIM = 50;
    private static final List<Integer> NUMBERS = List.of(1, 10, AIM, 200);
    private static final double PER_SERVICE_MINUTE = 2;
    private static final Target LAG = new Target.AtMost(Duration.ofSeconds(1));

    @Override
    public String title() {
        return "Waiting for services that take minutes, latency " + BuildSite.LATENCY.toMillis() + " ms";
    }

    @Override
    public Set<Engine> engines() {
        return Set.of();
    }

    @Override
    public Results measure(ForkedJvm jvm) throws IOException, InterruptedException {
        Measurements taken = jvm.run(PollingProbe.class, NUMBERS.toArray());
        List<Row> rows = new ArrayList<>();
        List<Amount> amounts = new ArrayList<>();
        for (int services : NUMBERS) {
            for (String rule : PollingProbe.rules().keySet()) {
                rows.add(lag(taken, rule, services));
                amounts.addAll(amounts(taken, rule, services));
            }
        }
        return new Results(rows, List.of(), amounts);
    }

    private static Row lag(Measurements taken, String rule, int services) {
        Figure lags = taken.figure(rule + PollingProbe.LAG + services);
        Figure late = new Figure(List.of(Taken.only(lags.quantile(0.95))));
        Figure ours = taken.figure(PollingProbe.OURS + PollingProbe.LAG + services);
        Row row = Row.of(what(rule, services) + ": lag, 95 % are seen within", late)
                .against("ours", new Figure(List.of(Taken.only(ours.quantile(0.95)))));
        return isOurs(rule) ? row.target(LAG) : row;
    }

    private static List<Amount> amounts(Measurements taken, String rule, int services) {
        double rate = rate(taken, rule, services);
        Amount looks = Amount.of(what(rule, services) + ": looks", "per service-minute", rate)
                .against("ours", rate(taken, PollingProbe.OURS, services));
        Amount refused = Amount.of(
                what(rule, services) + ": looks above " + BuildSite.LIMIT + " a minute",
                "429",
                taken.amount(rule + PollingProbe.REFUSED + services));
        boolean isAimed = isOurs(rule) && services == AIM;
        return isAimed ? List.of(looks.atMost(PER_SERVICE_MINUTE), refused.atMost(0)) : List.of(looks, refused);
    }

    private static double rate(Measurements taken, String rule, int services) {
        return taken.amount(rule + PollingProbe.LOOKS + services) / taken.amount(rule + PollingProbe.WAITED + services);
    }

    private static String what(String rule, int services) {
        return services + " services, " + rule;
    }

    private static boolean isOurs(String rule) {
        return rule.startsWith(PollingProbe.OURS);
    }
}
