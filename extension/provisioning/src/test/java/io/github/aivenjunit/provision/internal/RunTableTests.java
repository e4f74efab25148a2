package io.github.aivenjunit.provision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.deletion.DeletionResult;
import io.github.aivenjunit.deletion.DeletionResult.Leftover;
import io.github.aivenjunit.deletion.DeletionResult.Outcome;
import io.github.aivenjunit.project.Mode;
import io.github.aivenjunit.provision.ProjectReport;
import io.github.aivenjunit.provision.ProjectReport.ServiceReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTableTests {

    private static final ServiceReport PG = new ServiceReport("pg", "pg", "startup-4", Duration.ofMillis(128_456));
    private static final ServiceReport CACHE = new ServiceReport("cache", "valkey", "hobbyist", Duration.ofMillis(5));

    @Test
    void everyProjectHasARowWithWhatBecameOfIt() {
        List<ProjectReport> reports = List.of(
                report("aj-shop-7-abcdef", List.of(PG, CACHE), Optional.of(new Outcome.Gone())),
                report("aj-stock-7-abcdef", List.of(PG), Optional.of(new Outcome.Tombstone("open balance"))),
                report(
                        "aj-mail-7-abcdef",
                        List.of(),
                        Optional.of(new Outcome.Left(
                                List.of(new Leftover(Optional.empty(), "500", Optional.empty(), Optional.empty()))))),
                report("aj-never-7-abcdef", List.of(), Optional.empty()),
                new ProjectReport("aj-look-7-abcdef", Mode.CLOUD, List.of(PG), true, Optional.empty()));

        assertThat(RunTable.of(reports)).isEqualTo("""
                        5 projects on Aiven
                          project            services                                    ready after       deleted
                          aj-shop-7-abcdef   pg (pg startup-4), cache (valkey hobbyist)  128.46 s, 0.01 s  yes
                          aj-stock-7-abcdef  pg (pg startup-4)                           128.46 s          services yes, project later (open balance)
                          aj-mail-7-abcdef   -                                           -                 NO
                          aj-never-7-abcdef  -                                           -                 NO
                          aj-look-7-abcdef   pg (pg startup-4)                           128.46 s          KEPT""");
    }

    @Test
    void anEmulatedRunSaysSoLoudly() {
        ProjectReport report = new ProjectReport(
                "aj-x", Mode.EMULATED, List.of(), false, Optional.of(result("aj-x", new Outcome.Gone())));

        assertThat(RunTable.of(List.of(report))).isEqualTo("""
                        1 project on the embedded emulator (EMULATED, nothing was created on Aiven)
                          project  services  ready after  deleted
                          aj-x     -         -            yes""");
    }

    private static ProjectReport report(String name, List<ServiceReport> services, Optional<Outcome> outcome) {
        return new ProjectReport(name, Mode.CLOUD, services, false, outcome.map(value -> result(name, value)));
    }

    private static DeletionResult result(String name, Outcome outcome) {
        return new DeletionResult(name, List.of(), outcome, Duration.ofSeconds(1));
    }
}
