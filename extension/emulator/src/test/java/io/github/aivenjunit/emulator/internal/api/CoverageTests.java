package io.github.aivenjunit.emulator.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.aivenjunit.emulator.internal.faults.FaultBoard;
import io.github.aivenjunit.emulator.internal.power.Engines;
import io.github.aivenjunit.emulator.internal.state.Identifiers;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.TimedBuilds;
import io.github.aivenjunit.emulator.time.BuildTimes;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The table of what is emulated, which the README shows. */
class CoverageTests {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- coverage: generated -->\n";
    private static final String END = "\n<!-- coverage: end -->";

    private final Path document = Path.of(System.getProperty("aiven.openapi", "aiven-openapi.json"));
    private final List<Route> routes = routes();

    private static List<Route> routes() {
        EmulatorClock clock = EmulatorClock.manual();
        Platform platform = new Platform(
                clock, new FaultBoard(clock), new Identifiers(new Random(1)), new TimedBuilds(BuildTimes.instant()));
        try (Engines engines = new Engines(List.of())) {
            return new Api(platform, engines, "token", true, (method, path, status, operation) -> {}).routes();
        }
    }

    @Test
    void theTableOfTheReadmeIsWhatTheRoutesGive() throws IOException {
        assertThat(CoverageTable.parse(written()).support()).isEqualTo(CoverageTable.supportOf(routes));
    }

    @Test
    void theTableOfTheReadmeFollowsTheDocument() throws IOException {
        assumeThat(document)
                .as("the system property aiven.openapi names the OpenAPI document, which is not part of this project")
                .exists();
        String fresh = CoverageTable.of(document, routes).markdown();
        if (Boolean.getBoolean("coverage.write")) {
            Files.writeString(README, Files.readString(README).replace(BEGIN + written(), BEGIN + fresh));
        }
        assertThat(written())
                .as("the table in README.md is stale; write it anew with "
                        + "mvn -pl extension/emulator -am test -Dtest=CoverageTests "
                        + "-Dsurefire.failIfNoSpecifiedTests=false -Dcoverage.write=true")
                .isEqualTo(fresh);
    }

    @Test
    void noOperationOfTheDocumentIsMissing() throws IOException {
        assertThat(written()).contains("; 0 are missing.").doesNotContain("| missing |");
    }

    private static String written() throws IOException {
        String readme = Files.readString(README);
        return readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END));
    }
}
