package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.emulator.AivenEmulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Counts the services that are created for classes that do not run, next to one that does. */
final class NeedlessProbe {

    static final String DISABLED = "disabled";
    static final String FILTERED = "filtered";
    static final String DRY_RUN = "dry run";

    private static final String TAG = "left-out";

    private NeedlessProbe() {}

    /**
     * Measures.
     *
     * @param arguments a directory for configuration and journals
     */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        count(DISABLED, 1, List.of(Runs.class, Off.class, OffToo.class), Map.of(), directory);
        count(FILTERED, 1, List.of(Runs.class, LeftOut.class), Map.of(), directory);
        count(DRY_RUN, 0, List.of(Runs.class), Map.of("junit.platform.execution.dryRun.enabled", "true"), directory);
    }

    private static void count(
            String name, int needed, List<Class<?>> classes, Map<String, String> parameters, Path directory) {
        try (AivenEmulator api = AivenEmulator.builder().engines(List.of()).start()) {
            LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(classes.stream()
                            .map(DiscoverySelectors::selectClass)
                            .toList())
                    .filters(TagFilter.excludeTags(TAG))
                    .configurationParameters(parameters)
                    .configurationParameter(
                            "aiven.configFile", api.writeUserFile(directory).toString())
                    .configurationParameter("aiven.journal", directory.toString())
                    .configurationParameter("aiven.reports", directory.toString());
            try (LauncherSession session = LauncherFactory.openSession()) {
                session.getLauncher().execute(request.build());
            }
            long created = api.requests().stream()
                    .filter(made ->
                            made.operationId().filter("ServiceCreate"::equals).isPresent())
                    .count();
            if (created < needed) {
                throw new IllegalStateException("The class that runs got no service. Look at what the launcher says.");
            }
            AmountSample.send(name, (double) created - needed);
        }
    }

    static class Runs extends BilledCase {}

    @Disabled("must cost nothing")
    static class Off extends BilledCase {}

    @Disabled("must cost nothing")
    static class OffToo extends BilledCase {}

    @Tag(TAG)
    static class LeftOut extends BilledCase {}
}
