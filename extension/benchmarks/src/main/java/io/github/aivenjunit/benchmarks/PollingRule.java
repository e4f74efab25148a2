package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.client.RequestGovernor;
import io.github.aivenjunit.readiness.internal.BuildCurve;
import io.github.aivenjunit.readiness.internal.LearnedPacing;
import io.github.aivenjunit.readiness.internal.Pacing;
import io.github.aivenjunit.readiness.internal.PollBudget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** How a client looks at services until it calls them ready. */
sealed interface PollingRule {

    /** How many projects so many services are in. */
    default int projects(int services) {
        return 1;
    }

    /** What has to run side by side for all to be ready. */
    List<Callable<Boolean>> waits(List<Built> services, BuildSite site);

    /** avn: asks for each service every 3 s until it is RUNNING. */
    record Avn() implements PollingRule {

        private static final Duration PAUSE = Duration.ofSeconds(3);

        @Override
        public List<Callable<Boolean>> waits(List<Built> services, BuildSite site) {
            return List.of(() -> {
                List<Built> waiting = new ArrayList<>(services);
                while (true) {
                    for (Built service : List.copyOf(waiting)) {
                        if (site.isRunning(service)) {
                            service.found(site.now());
                            waiting.remove(service);
                        }
                    }
                    if (waiting.isEmpty()) {
                        return true;
                    }
                    site.pause(PAUSE);
                }
            });
        }
    }

    /** Terraform: waits 10 s, then asks for each service every 5 s until it was RUNNING five times in a row. */
    record Terraform() implements PollingRule {

        private static final Duration DELAY = Duration.ofSeconds(10);
        private static final Duration PAUSE = Duration.ofSeconds(5);
        private static final int IN_A_ROW = 5;

        @Override
        public List<Callable<Boolean>> waits(List<Built> services, BuildSite site) {
            return services.stream()
                    .<Callable<Boolean>>map(service -> () -> {
                        site.pause(service.created().plus(DELAY).minus(site.now()));
                        int running = site.isRunning(service) ? 1 : 0;
                        while (running < IN_A_ROW) {
                            site.pause(PAUSE);
                            running = site.isRunning(service) ? running + 1 : 0;
                        }
                        return service.found(site.now());
                    })
                    .toList();
        }
    }

    /**
     * Ours: the pacing and the governed client that the extension uses on Aiven, with its list call per project.
     *
     * @param apart whether each service is in a project of its own
     * @param known how long earlier builds took
     */
    record Ours(boolean apart, List<Duration> known) implements PollingRule {

        private static final Duration USUAL = Duration.ofMinutes(3);
        private static final Duration LONGEST = Duration.ofMinutes(1);

        @Override
        public int projects(int services) {
            return apart ? services : 1;
        }

        @Override
        public List<Callable<Boolean>> waits(List<Built> services, BuildSite site) {
            PollBudget budget = new PollBudget(RequestGovernor.DEFAULT_LIMIT);
            BuildCurve curve = BuildCurve.of(USUAL, known);
            int projects = projects(services.size());
            return IntStream.range(0, projects)
                    .<Callable<Boolean>>mapToObj(project -> () -> waitFor(
                            services.stream()
                                    .filter(service -> service.number() % projects == project)
                                    .toList(),
                            site,
                            new LearnedPacing(LONGEST, budget),
                            curve))
                    .toList();
        }

        private static boolean waitFor(List<Built> services, BuildSite site, Pacing pacing, BuildCurve curve)
                throws Exception {
            List<Built> waiting = new ArrayList<>(services);
            Duration looked = services.get(0).created();
            int looks = 0;
            while (!waiting.isEmpty()) {
                List<Pacing.Building> builds = new ArrayList<>();
                for (Built service : waiting) {
                    Duration elapsed = looked.minus(service.created());
                    builds.add(new Pacing.Building(
                            Optional.of(curve), elapsed.isNegative() ? Duration.ZERO : elapsed, looks));
                }
                site.pause(looked.plus(pacing.next(builds)).minus(site.now()));
                looked = site.now();
                looks++;
                List<String> running = site.running(waiting.get(0).project());
                for (Built service : List.copyOf(waiting)) {
                    if (running.contains(service.name())) {
                        service.found(site.now());
                        waiting.remove(service);
                    }
                }
            }
            pacing.idle();
            return true;
        }
    }
}
